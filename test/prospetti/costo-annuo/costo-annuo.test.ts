import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { norme } from '../../../src/norme/norme.ts';
import { regoleProspetti } from '../../../src/norme/regole-prospetti.ts';
import {
  costoAnnuo,
  costoAnnuoToJson,
  giornoDiFerie,
  mesiDiServizio,
  parseDatiCosto,
  quotaTfr,
  type CampiCosto,
} from '../../../src/prospetti/costo-annuo/index.ts';
import { arrotondaAlCentesimo, inEuro } from '../../../src/valori/decimale.ts';
import { somma } from '../../../src/valori/denaro.ts';
import { parseGiorno } from '../../../src/valori/giorno.ts';

const regole = regoleProspetti();
const costo = (campi: CampiCosto) => costoAnnuo(parseDatiCosto(campi), norme(), regole);

describe('worked examples of rules/tfr.yaml', () => {
  it.each(regole.retribuzioneAnnua.esempi)('$caso', (esempio) => {
    const esatto =
      esempio.calcolo === 'tfr'
        ? quotaTfr(inEuro(esempio.dati.annua), regole.retribuzioneAnnua)
        : giornoDiFerie(
            inEuro(esempio.dati.mensile).plus(inEuro(esempio.dati.vittoAlloggio)),
            regole.retribuzioneAnnua,
          );
    expect(arrotondaAlCentesimo(esatto)).toBe(esempio.atteso);
  });
});

describe('the year 2026 of 25 hours a week at 8,00 euro, with F2', () => {
  const json = costoAnnuoToJson(costo({ anno: '2026', oreSettimanali: '25', pagaOraria: '8,00', associazione: 'F2' }));

  it('is pay 10.400,00, thirteenth 866,67, TFR 834,57, contributions 52 weeks × 25 × (1,24 + 0,06)', () => {
    expect(json).toMatchObject({
      mesi: 12,
      // 8.00 × 25 × 52
      paga: '10400.00',
      // 10400 / 12
      tredicesima: '866.67',
      // (10400 + 866.67) / 13.5 = 834.568
      tfr: '834.57',
      ferie: { giorni: 26, importo: '866.67' },
      // 1300 × 1.30; worker 1300 × (0.31 + 0.02)
      contributi: { totale: '1690.00', quotaLavoratore: '429.00', quotaDatore: '1261.00', associazione: '78.00' },
      // 10400 + 866.67 + 834.57 + 1261
      totale: '13362.24',
      // 10400 + 866.67 − 429
      nettoLavoratore: '10837.67',
      // 1261 − 1300 × 0.04 (F2's employer part: not known to be deductible)
      deducibile: '1209.00',
    });
    expect(json.contributi.trimestri.map(({ totale }) => totale)).toEqual(['422.50', '422.50', '422.50', '422.50']);
  });

  it('costs the worker’s share too when the employer bears it', () => {
    const aCarico = costoAnnuoToJson(
      costo({
        anno: '2026',
        oreSettimanali: '25',
        pagaOraria: '8,00',
        associazione: 'F2',
        quotaLavoratoreACarico: true,
      }),
    );
    expect(aCarico).toMatchObject({ totale: '13791.24', nettoLavoratore: '11266.67', deducibile: '1209.00' });
  });

  it('explains itself with steps that have sources', () => {
    expect(json.passi.at(-1)).toMatchObject({
      formula: '10.400,00 € + 866,67 € + 834,57 € + 1.261,00 €',
      risultato: '13.362,24 €',
    });
    expect(json.passi.every(({ fonte }) => fonte.titolo !== '')).toBe(true);
  });
});

describe('a cohabiting carer of 2024: 1.200,00 a month, 54 hours, board six days', () => {
  const json = costoAnnuoToJson(
    costo({ anno: '2024', oreSettimanali: '54', pagaMensile: '1200,00', vittoAlloggioGiorni: '6' }),
  );

  it('counts board, at 6,52 a day, in thirteenth and TFR', () => {
    expect(json).toMatchObject({
      paga: '14400.00',
      // 6.52 × 6 × 52 = 2034.24
      vittoAlloggio: '2034.24',
      // 16434.24 / 12
      tredicesima: '1369.52',
      // 17803.76 / 13.5 = 1318.797
      tfr: '1318.80',
    });
    expect(Number(json.totale) - Number(json.totaleSenzaVittoAlloggio)).toBeCloseTo(2034.24, 2);
  });

  it('deducts at most 1.549,37', () => {
    // 52 weeks × 54 h × (1.21 − 0.30) is over the cap.
    expect(json.deducibile).toBe('1549.37');
  });
});

describe('part of a year', () => {
  it('counts months with 15 days of work', () => {
    const g = parseGiorno;
    expect(mesiDiServizio(2026)).toBe(12);
    expect(mesiDiServizio(2026, g('2026-01-17'))).toBe(12);
    expect(mesiDiServizio(2026, g('2026-01-18'))).toBe(11);
    expect(mesiDiServizio(2026, g('2026-02-14'))).toBe(11);
    expect(mesiDiServizio(2026, g('2026-02-15'))).toBe(10);
    expect(mesiDiServizio(2026, undefined, g('2026-06-15'))).toBe(6);
    expect(mesiDiServizio(2026, undefined, g('2026-06-14'))).toBe(5);
    expect(mesiDiServizio(2026, g('2027-01-01'))).toBe(0);
    expect(() => mesiDiServizio(2026, g('2026-05-01'), g('2026-04-01'))).toThrow(/prima dell’assunzione/);
  });

  it('pays contributions only for the quarters and weeks there are', () => {
    const meta = costo({ anno: '2026', oreSettimanali: '20', pagaOraria: '9', assunzione: '1/7/2026' });
    expect(meta.trimestri.map(({ trimestre, settimane }) => `${trimestre.numero}:${settimane}`)).toEqual([
      '3:13',
      '4:13',
    ]);
    expect(meta.retribuzione.mesi).toBe(6);
    expect(meta.retribuzione.giorniFerie.toString()).toBe('13');
    expect(meta.avvertenze[0]).toContain('contano interi i mesi con almeno 15 giorni');
    const intero = costo({ anno: '2026', oreSettimanali: '20', pagaOraria: '9', assunzione: '1/7/2025' });
    expect(intero.avvertenze.join()).not.toContain('contano interi');
  });

  it('is refused when the year has no week of the rapporto', () => {
    expect(() => costo({ anno: '2025', oreSettimanali: '20', pagaOraria: '9', assunzione: '1/7/2026' })).toThrow(
      /non ha settimane/,
    );
  });
});

describe('what is missing or not known', () => {
  it.each<[CampiCosto, RegExp]>([
    [{ oreSettimanali: '20', pagaOraria: '9' }, /anno/],
    [{ anno: '2026', pagaOraria: '9' }, /oreSettimanali: manca/],
    [{ anno: '2026', oreSettimanali: '20' }, /pagaOraria: manca/],
    [{ anno: '1990', oreSettimanali: '30', pagaOraria: '9' }, /1990/],
  ])('%j', (campi, messaggio) => {
    expect(() => costo(campi)).toThrow(messaggio);
  });

  it('tells of a year with 53 contribution weeks', () => {
    // 2022 has 53 Saturdays.
    const lungo = costo({ anno: '2022', oreSettimanali: '10', pagaOraria: '9' });
    expect(lungo.avvertenze.join('\n')).toMatch(/sono 53/);
    // 53 weeks × 10 h: 13, 13, 13, 14 weeks a quarter, 130 / 24 = 5.4 and 140 / 24 = 5.8, six each.
    expect(lungo.settimaneAccreditate).toBe(24);
  });
});

it('adds up, and grows with hours and pay', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2013, max: 2026 }),
      fc.integer({ min: 1, max: 54 }),
      fc.integer({ min: 500, max: 2000 }),
      (anno, ore, centesimiOra) => {
        const uno = costo({ anno: `${anno}`, oreSettimanali: `${ore}`, pagaOraria: (centesimiOra / 100).toFixed(2) });
        const { paga, tredicesima, tfr, vittoAlloggio } = uno.retribuzione;
        expect(uno.totale).toBe(paga + tredicesima + tfr + vittoAlloggio + uno.contributi.quotaDatore);
        expect(uno.contributi.totale).toBe(somma(uno.trimestri.map(({ totale }) => totale)));
        expect(uno.contributi.totale).toBe(uno.contributi.quotaDatore + uno.contributi.quotaLavoratore);
        const caro = costo({
          anno: `${anno}`,
          oreSettimanali: `${ore}`,
          pagaOraria: ((centesimiOra + 1) / 100).toFixed(2),
        });
        expect(caro.totale).toBeGreaterThan(uno.totale);
      },
    ),
    { numRuns: 60 },
  );
});
