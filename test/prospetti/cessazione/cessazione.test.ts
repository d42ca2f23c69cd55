import { describe, expect, it } from 'vitest';
import { norme } from '../../../src/norme/norme.ts';
import { regoleProspetti } from '../../../src/norme/regole-prospetti.ts';
import {
  type CampiCessazione,
  cessazione,
  cessazioneToJson,
  frasiAdempimenti,
  parseDatiCessazione,
} from '../../../src/prospetti/cessazione/index.ts';
import { rifiuto } from '../../contributi/rifiuto.ts';

const BASE: CampiCessazione = {
  assunzione: '02/03/2020',
  cessazione: '15/11/2026',
  motivo: 'licenziamento',
  oreSettimanali: '25',
  pagaOraria: '8,00',
};
const fine = (altro: CampiCessazione = {}) =>
  cessazione(parseDatiCessazione({ ...BASE, ...altro }), norme(), regoleProspetti());
const preavviso = (altro: CampiCessazione) => fine(altro).preavviso;

// CCNL art. 40: from 25 hours 15 days up to five years and 30 beyond; below 8 up to two years and 15 beyond.
describe('notice', () => {
  it.each([
    ['25', '15/11/2021', 15],
    ['25', '14/11/2021', 30],
    ['24,5', '15/11/2024', 8],
    ['24,5', '14/11/2024', 15],
  ])('of %s hours a week, hired on %s, is of %i days', (oreSettimanali, assunzione, dovuti) => {
    expect(preavviso({ oreSettimanali, assunzione })).toMatchObject({ dovuti, mancanti: 0, indennita: 0 });
  });

  it('is halved, up, for who resigns from 25 hours on, and is owed by the worker', () => {
    expect(preavviso({ motivo: 'dimissioni', assunzione: '02/03/2024' })).toMatchObject({ dovuti: 8 });
    expect(preavviso({ motivo: 'dimissioni' })).toMatchObject({ dovuti: 15, aCarico: 'lavoratore' });
    expect(preavviso({ motivo: 'dimissioni', oreSettimanali: '20' })).toMatchObject({ dovuti: 15 });
  });

  it('doubles after maternity, is longer with a house, and is not due for just cause', () => {
    expect(preavviso({ dopoMaternita: true }).dovuti).toBe(60);
    expect(preavviso({ alloggioIndipendente: true }).dovuti).toBe(60);
    expect(preavviso({ motivo: 'licenziamento-giusta-causa' })).toMatchObject({ dovuti: 0, aCarico: null });
  });

  it('not worked is paid, and contributions go on to its last day: 8.00 × 25 / 7 × 30 = 857.14', () => {
    expect(preavviso({ preavvisoLavorato: '0' })).toMatchObject({
      mancanti: 30,
      indennita: 85714,
      finoAl: '2026-12-15',
    });
    expect(preavviso({ preavvisoLavorato: '16' })).toMatchObject({ mancanti: 14, finoAl: '2026-11-29' });
  });

  it('by the month is a thirtieth a day, with board: (900.00 / 30 + 6.66 × 7 / 7) × 30 = 1,099.80', () => {
    const conVitto = { pagaOraria: undefined, pagaMensile: '900', vittoAlloggioGiorni: '7', oreSettimanali: '54' };
    expect(preavviso({ ...conVitto, preavvisoLavorato: '0' }).indennita).toBe(109_980);
  });

  it('that the worker did not give is kept back, and bears no contributions', () => {
    const { preavviso: suo, totale, ferie, tredicesima, tfr } = fine({ motivo: 'dimissioni', preavvisoLavorato: '0' });
    expect(suo.finoAl).toBeUndefined();
    expect(totale).toBe(ferie + tredicesima + tfr.totale - suo.indennita);
  });
});

describe('what is paid at the end', () => {
  it('holds holidays not taken: 8 × 25 × 52 / 12 = 866.67, / 26 × 6 = 200.00', () => {
    expect(fine({ ferieNonGodute: '6' }).ferie).toBe(20_000);
    expect(fine({ ferieNonGodute: '2,5' }).ferie).toBe(8333);
  });

  it('holds the thirteenth of the months with fifteen days: 866.6667 × 11 / 12 = 794.44', () => {
    expect(fine().tredicesima).toBe(79_444);
    expect(fine({ cessazione: '14/11/2026' }).tredicesima).toBe(72_222);
  });

  it('refuses more days of holidays than there can be', () => {
    expect(rifiuto(() => fine({ ferieNonGodute: '105' }))[0]).toBe('ferie-non-valide');
  });
});

// art. 2120 c.c.: pay / 13.5, revalued on 31 December by 1.5% and 75% of inflation.
describe('TFR', () => {
  it('adds each year’s part to what was there, revalued: 11,266.67 / 13.5 = 834.57; 695.47 × 4.359238% = 30.32', () => {
    const { anni } = fine().tfr;
    expect(anni.map(({ anno, quota, rivalutazione }) => [anno, quota, rivalutazione]).slice(0, 3)).toEqual([
      [2020, 69_547, 0],
      [2021, 83_457, 3032],
      [2022, 83_457, 15_564],
    ]);
    expect(anni[1]?.saldo).toBe(156_036);
  });

  it('in the end’s year is revalued by its fixed part, 1.5 × 11 / 12 = 1.375%, or by the coefficient that is given', () => {
    const ultimo = (altro: CampiCessazione) => fine({ tfrMaturato: '5000', ...altro }).tfr.anni.at(-1);
    expect(ultimo({})).toMatchObject({ percentuale: '1.375', rivalutazione: 6875 });
    expect(ultimo({ rivalutazione: '2,5%' })).toMatchObject({ percentuale: '2.5', rivalutazione: 12_500 });
    // A whole year that is printed.
    expect(ultimo({ cessazione: '31/12/2025' })?.percentuale).toBe('2.311148');
  });

  it('starts from what is said to be there, years before left out', () => {
    const { tfr } = fine({ tfrMaturato: '5000' });
    expect(tfr.anni.map(({ anno }) => anno)).toEqual([2026]);
    expect(tfr.totale).toBe(500_000 + 6875 + 76_502);
  });

  it('loses advances, and their revaluation for the months that were left of the year', () => {
    // 1,000 taken in June: half of its year's revaluation goes. (5,000 − 500) × 1.375% = 61.88.
    const ultimo = fine({ tfrMaturato: '5000', anticipi: [{ giorno: '30/06/2026', importo: '1000' }] }).tfr.anni[0];
    expect(ultimo).toMatchObject({ anticipi: 100_000, rivalutazione: 6188, saldo: 500_000 + 6188 + 76_502 - 100_000 });
    expect(rifiuto(() => fine({ tfrMaturato: '10', anticipi: [{ giorno: '30/06/2026', importo: '5000' }] }))[0]).toBe(
      'anticipi-oltre-il-tfr',
    );
  });

  it('goes by the pay that is told of a year, and by terms that changed', () => {
    expect(fine({ retribuzioni: [{ anno: 2021, importo: '13500' }] }).tfr.anni[1]?.quota).toBe(100_000);
    const cambiate = fine({
      oreSettimanali: undefined,
      pagaOraria: undefined,
      condizioni: [
        { dal: '02/03/2020', oreSettimanali: '10', pagaOraria: '8' },
        { dal: '16/06/2021', oreSettimanali: '25', pagaOraria: '8' },
      ],
    });
    // 2021: six months of 346.6667 and six of 866.6667, 7,280.00 × 13 / 12 / 13.5 = 584.20.
    expect(cambiate.tfr.anni[1]).toMatchObject({ quota: 58_420 });
  });

  it('asks for what had matured where a year has no coefficient', () => {
    expect(
      rifiuto(() =>
        fine({ assunzione: '01/02/2003', retribuzioni: [2003, 2004].map((anno) => ({ anno, importo: '9000' })) }),
      )[0],
    ).toBe('rivalutazione-non-nota');
  });
});

describe('the last contributions', () => {
  it('with holidays and notice are one bollettino: 12 weeks of 25 hours and 25 of holidays, 325 × 1.24 = 403.00', () => {
    const { contributi } = fine({ preavvisoLavorato: '0', ferieNonGodute: '6' });
    expect(contributi.map(({ calcoli }) => calcoli.map(({ totale, scadenza }) => [totale, scadenza.scadenza]))).toEqual(
      [[[40_300, '2026-11-25']]],
    );
    expect(contributi[0]?.calcoli[0]?.dettaglio?.segniSettimane).toBe('1111111122220');
  });

  it('of an end on 31/12/2026 are two: its week is of 1/2027, by the projected table', () => {
    const { contributi, premesse } = fine({ cessazione: '31/12/2026', oreSettimanali: '20' });
    expect(contributi.map(({ trimestre, proiettato }) => [trimestre.anno, trimestre.numero, proiettato])).toEqual([
      [2026, 4, false],
      [2027, 1, true],
    ]);
    expect(premesse).toEqual([expect.stringMatching(/^PROIEZIONE: la tabella del 2027 non è pubblicata/)]);
    expect(fine({ cessazione: '30/11/2026' }).premesse).toEqual([]);
  });

  it('of a notice that goes on into the next quarter are two', () => {
    const { contributi } = fine({ cessazione: '20/06/2026', preavvisoLavorato: '0' });
    expect(contributi.map(({ trimestre }) => trimestre.numero)).toEqual([2, 3]);
  });
});

describe('deaths', () => {
  it('of the employer: notice indemnity, contributions to its end, the heirs tell and pay', () => {
    const morto = fine({ motivo: 'morte-datore', preavvisoLavorato: '0', cessazione: '10/11/2026' });
    expect(morto.preavviso).toMatchObject({ mancanti: 30, finoAl: '2026-12-10' });
    const frasi = frasiAdempimenti(morto);
    expect(frasi[0]).toMatch(/^Entro il 15\/11\/2026: Comunicare all’INPS la cessazione del rapporto \(gli eredi/);
    expect(frasi[1]).toMatch(/^Entro il 20\/11\/2026: Pagare i contributi .*gli eredi/);
    expect(morto.avvertenze.join(' ')).toContain('convivevano rispondono con loro');
  });

  it('of the worker: the indemnity is due to the family, contributions end that day', () => {
    const morto = fine({ motivo: 'morte-lavoratore' });
    expect(morto.preavviso).toMatchObject({ mancanti: 30, aCarico: 'datore' });
    expect(morto.preavviso.finoAl).toBeUndefined();
    expect(morto.avvertenze.join(' ')).toContain('art. 2122');
  });
});

it.each([
  [{ assunzione: undefined }, 'campo-mancante', 'assunzione'],
  [{ cessazione: '01/01/2019' }, 'cessazione-prima-di-assunzione', 'cessazione'],
  [{ motivo: 'stanchezza' }, 'motivo-sconosciuto', 'motivo'],
  [{ oreSettimanali: undefined }, 'campo-mancante', 'oreSettimanali'],
  [{ pagaOraria: undefined }, 'campo-mancante', 'pagaOraria'],
  [{ preavvisoLavorato: '-1' }, 'intero-non-valido', 'preavvisoLavorato'],
  [{ rivalutazione: 'poca' }, 'percentuale-non-valida', 'rivalutazione'],
  [{ stipendio: '3' }, 'fine-rapporto-non-valida', 'stipendio'],
  [
    { condizioni: [{ dal: '2020-03-02', oreSettimanali: '10', pagaOraria: '8' }] },
    'condizioni-due-volte',
    'condizioni',
  ],
])('%o is refused, naming the field', (altro, codice, campo) => {
  const [suo, messaggio, dove] = rifiuto(() => fine(altro as CampiCessazione));
  expect([suo, dove]).toEqual([codice, campo]);
  expect(messaggio.startsWith(campo) || messaggio.includes('assunzione')).toBe(true);
});

it('tells itself in JSON with exact texts', () => {
  const json = cessazioneToJson(
    fine({ motivo: 'dimissioni', preavvisoLavorato: '0', cessazione: '31/03/2020', tfrMaturato: '0' }),
  );
  expect(json.tfr.anni[0]).toMatchObject({ anno: 2020, percentuale: '0.125' });
  expect(json.totale).toMatch(/^-?\d+\.\d\d$/);
});
