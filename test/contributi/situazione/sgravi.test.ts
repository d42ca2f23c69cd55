import { describe, expect, it } from 'vitest';
import { solo } from './situazione.ts';

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
