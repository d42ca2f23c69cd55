import { describe, expect, it } from 'vitest';
import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import { norme } from '../../../src/norme/norme.ts';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, solo, REQUISITI_OVER_80 } from './situazione.ts';

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
    ['2/2024', { codice: 'over-80', dal: '2024-04-01', ...REQUISITI_OVER_80 }],
    ['1/2026', { codice: 'over-80', dal: '2025-12-31', ...REQUISITI_OVER_80 }],
  ])('%s: %j is one of them', (trimestre, sgravio) => {
    expect(chiede(trimestre, sgravio)).toEqual([sgravio.codice]);
  });

  it.each([
    ['1/2022', { codice: 'madri-2022', rientro: '2021-12-31' }, 'il rientro', '01/01/2022', '31/12/2022', '31/12/2021'],
    ['1/2023', { codice: 'madri-2022', rientro: '2023-01-01' }, 'il rientro', '01/01/2022', '31/12/2022', '01/01/2023'],
    [
      '2/2024',
      { codice: 'over-80', dal: '2024-03-31', ...REQUISITI_OVER_80 },
      'l’assunzione o la trasformazione',
      '01/04/2024',
      '31/12/2025',
      '31/03/2024',
    ],
    [
      '1/2026',
      { codice: 'over-80', dal: '2026-01-01', ...REQUISITI_OVER_80 },
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

describe('the over-80 relief asks its requirements', () => {
  const con = (altro: object, familiare?: object) => {
    const [calcolo] = calcolaTrimestre(
      parseSituazione({
        trimestre: '2/2025',
        condizioni: [
          {
            dal: '2025-01-15',
            oreSettimanali: '30',
            paga: { tipo: 'oraria', importo: '9' },
            ...(familiare === undefined ? {} : { familiare }),
          },
        ],
        sgravi: [{ codice: 'over-80', dal: '2025-01-15', ...REQUISITI_OVER_80, ...altro }],
      }),
      norme(),
    );
    const sgravi = calcolo?.dettaglio?.sgravi.map(({ codice }) => codice);
    return { sgravi, frasi: calcolo?.avvertenze.filter((frase) => frase.includes('non è tolto')).join(' ') };
  };

  it('and is taken off when all are met', () => {
    expect(con({})).toEqual({ sgravi: ['over-80'], frasi: '' });
  });

  it.each([
    [{ ottantenne: false }, 'l’assistito non ha 80 anni'],
    [{ accompagnamento: false }, 'l’assistito non ha l’indennità di accompagnamento'],
    [{ isee: '6000,01' }, 'l’ISEE supera 6.000,00 €'],
    [{ assistenza: false }, 'le mansioni non sono di assistenza'],
    [{ rapportoNeiSeiMesi: true }, 'c’è stato un rapporto fra le stesse persone nei 6 mesi prima'],
    [{ parente: true, mansioniAmmesse: false }, 'il lavoratore è parente o affine del datore'],
    [{ parente: true }, 'manca la risposta a: mansioniAmmesse'],
    [{ isee: undefined, ottantenne: undefined }, 'manca la risposta a: ottantenne, isee'],
  ])('and is not when one is not: %o', (altro, perche) => {
    const { sgravi, frasi } = con(altro);
    expect(sgravi).toEqual([]);
    expect(frasi).toContain(perche);
  });

  // INL 521/2024: not for relatives, whatever was answered, save the tasks of DPR 1403/1971 art. 1 c. 3.
  it('looks at the tie that the terms tell: a daughter is a relative of the first degree', () => {
    const figlia = { legame: 'parente', grado: '1', convivente: 'no' };
    expect(con({ parente: false }, figlia).frasi).toContain('manca la risposta a: mansioniAmmesse');
    expect(con({ parente: false, mansioniAmmesse: false }, figlia)).toMatchObject({ sgravi: [] });
    expect(con({ mansioniAmmesse: true }, figlia)).toMatchObject({ sgravi: ['over-80'] });
    expect(con({ isee: '6000' }, { legame: 'nessuno' })).toMatchObject({ sgravi: ['over-80'] });
  });
});

it('a pension postponed is named as not computed, and takes nothing off', () => {
  const di = (sgravi: readonly object[]) =>
    calcolaTrimestre(
      parseSituazione({ trimestre: '2/2026', condizioni: [{ dal: '2026-01-01', oreSettimanali: '30' }], sgravi }),
      norme(),
    )[0];
  expect(di([{ codice: 'posticipo-pensione' }])?.totale).toBe(di([])?.totale);
  expect(di([{ codice: 'posticipo-pensione' }])?.avvertenze.join(' ')).toContain('qui non è calcolato');
});
