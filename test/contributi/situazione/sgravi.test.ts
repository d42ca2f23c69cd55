import { describe, expect, it } from 'vitest';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, solo } from './situazione.ts';

describe('the relief of a mother whose terms change in the quarter', () => {
  const paga = (importo: string) => ({ paga: { tipo: 'oraria', importo } });
  const venti = { oreSettimanali: '20', orario: ['0', '4', '4', '4', '4', '4', '0'] };
  const passi = (rientro: string) =>
    solo(
      { trimestre: '4/2022', sgravi: [{ codice: 'madri-2022', rientro }] },
      { dal: '2015-01-01', ...venti, ...paga('7') },
      { dal: '2022-11-06', ...venti, ...paga('9') },
    )
      .passi.filter(({ etichetta }) => etichetta.startsWith('Esonero per le lavoratrici madri'))
      .map(({ formula, risultato }) => `${formula} = ${risultato}`);

  // Message INPS 1552/2023: half of the worker's share, 0.19 € and 0.21 € an hour in the first two bands of 2022.
  it('has a step for each part with hours after the return, and none for the others', () => {
    expect(passi('2022-09-25')).toEqual(['120 ore × 0,19 € = 22,80 €', '160 ore × 0,21 € = 33,60 €']);
    expect(passi('2022-11-04')).toEqual(['4 ore × 0,19 € = 0,76 €', '160 ore × 0,21 € = 33,60 €']);
    expect(passi('2022-11-05')).toEqual(['160 ore × 0,21 € = 33,60 €']);
    expect(passi('2022-12-30')).toEqual(['4 ore × 0,21 € = 0,84 €']);
  });
});

describe('the days that open a relief', () => {
  const chiede = (trimestre: string, sgravio: object) =>
    solo({ trimestre, sgravi: [sgravio] }, condizioni()).dettaglio?.sgravi.map(({ codice }) => codice);

  // Law 234/2021 art. 1 c. 137: back in 2022; decree 19/2024 art. 29: hired from 1 April 2024 to the end of 2025.
  it.each([
    ['1/2022', { codice: 'madri-2022', rientro: '2022-01-01' }],
    ['1/2023', { codice: 'madri-2022', rientro: '2022-12-31' }],
    ['2/2024', { codice: 'over-80', dal: '2024-04-01' }],
    ['1/2026', { codice: 'over-80', dal: '2025-12-31' }],
  ])('%s: %j is one of them', (trimestre, sgravio) => {
    expect(chiede(trimestre, sgravio)).toEqual([sgravio.codice]);
  });

  it.each([
    ['1/2022', { codice: 'madri-2022', rientro: '2021-12-31' }, 'il rientro', '01/01/2022', '31/12/2022', '31/12/2021'],
    ['1/2023', { codice: 'madri-2022', rientro: '2023-01-01' }, 'il rientro', '01/01/2022', '31/12/2022', '01/01/2023'],
    [
      '2/2024',
      { codice: 'over-80', dal: '2024-03-31' },
      'l’assunzione o la trasformazione',
      '01/04/2024',
      '31/12/2025',
      '31/03/2024',
    ],
    [
      '1/2026',
      { codice: 'over-80', dal: '2026-01-01' },
      'l’assunzione o la trasformazione',
      '01/04/2024',
      '31/12/2025',
      '01/01/2026',
    ],
  ])('%s: %j is not', (trimestre, sgravio, cosa, dal, al, giorno) => {
    expect(rifiuto(() => chiede(trimestre, sgravio))).toEqual([
      'sgravio-non-spettante',
      `sgravi: ${cosa} deve cadere fra il ${dal} e il ${al}, non il ${giorno}.`,
      'sgravi',
    ]);
  });
});

describe('terms that change, and give the same tariff and pay', () => {
  it('are one row, and its relief counts all its hours', () => {
    const calcolo = solo(
      { trimestre: '4/2022', sgravi: [{ codice: 'madri-2022', rientro: '2022-09-25' }] },
      { dal: '2015-01-01', oreSettimanali: '25', orario: ['0', '5', '5', '5', '5', '5', '0'] },
      { dal: '2022-11-06', oreSettimanali: '30', orario: ['0', '6', '6', '6', '6', '6', '0'] },
    );
    // 6 × 25 + 8 × 30 hours; half of 0.27 € is 0.14 €.
    expect(calcolo.dettaglio?.righe.map(({ ore }) => ore.toFixed())).toEqual(['390']);
    expect(calcolo.dettaglio?.sgravi[0]?.importo).toBe(390 * 14);
  });
});
