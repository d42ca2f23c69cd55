import { describe, expect, it } from 'vitest';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

const otto = { paga: { tipo: 'oraria', importo: '8,00' } };
const tredici = (ore: string) => Array.from({ length: 13 }, () => ore).join(' ');

describe('hours by the terms', () => {
  it('the real row: 25 × 13 = 325 h × 1.04 = 338.00, flags all 1', () => {
    const calcolo = solo({});
    expect(calcolo).toMatchObject({
      gruppo: 'oltre-24',
      settimane: 13,
      fascia: 4,
      totale: 33800,
      quotaLavoratore: 8450,
      quotaDatore: 25350,
    });
    expect(calcolo.dettaglio?.segniSettimane).toBe('1111111111111');
    expect(oreSettimane(calcolo)).toBe(tredici('25'));
    expect(solo({}, condizioni(otto)).avvertenze).toEqual([]);
  });

  it('25 hours leave the bands; 24.5 do by the reading asked for, and stay where the pay is known', () => {
    const gruppo = (oreSettimanali: string) => solo({}, condizioni({ oreSettimanali, ...otto })).gruppo;
    expect([gruppo('24'), gruppo('24,5'), gruppo('25')]).toEqual(['fino-24', 'fino-24', 'oltre-24']);
    const mezza = condizioni({ oreSettimanali: '24,5', ...otto });
    expect(solo({ quartaFascia: 'oltre-24' }, mezza).gruppo).toBe('oltre-24');
    expect(solo({}, condizioni({ oreSettimanali: '24,5' })).gruppo).toBe('oltre-24');
    expect(() => solo({ quartaFascia: 'dalle-25' }, condizioni({ oreSettimanali: '24,5' }))).toThrow(
      'dipende dalla paga',
    );
  });

  it('says of each week between 24 and 25 hours that its band is not settled', () => {
    const settimane = ['24', '24,5', '25'].map((ore, n) => ({
      sabato: `2020-11-${7 + 7 * n}`.replace('-7', '-07'),
      ore,
    }));
    const [fino] = trimestre({ ore: { tipo: 'settimane', settimane } }, condizioni(otto));
    const frasi = fino?.avvertenze.filter((frase) => frase.includes('fra 24 e 25')) ?? [];
    // 24 + 24.5 = 48.5 → 49 h × 1.62 and 275 h × 1.04 = 365.38; 24 × 1.62 and 299.5 → 300 h × 1.04 = 350.88.
    expect(frasi).toEqual([
      'Nella settimana del 14/11/2020 (24,5 ore), fra 24 e 25, le fonti non concordano. Lettura prudente, 4ª fascia dalle 25 ore (circolare INPS 19/2006): conta la paga, 365,38 € nel trimestre, come qui. Oltre 24 ore (pagina dell’INPS): 4ª fascia, 350,88 €.',
    ]);
  });

  it('warns week by week above 60 hours', () => {
    const frasi = solo({ ore: { tipo: 'settimane', settimane: [{ sabato: '07/11/2020', ore: '61' }] } }).avvertenze;
    expect(frasi.join()).toContain('Nella settimana del 07/11/2020 le ore sono 61 ore');
    expect(solo({}, condizioni({ oreSettimanali: '60' })).avvertenze.join()).not.toContain('oltre la 60ª');
  });
});

describe('a quarter with weeks up to 24 hours and above', () => {
  // 30 h a week; the week of 14/11 only 20 h: 20 × 1.62 (2ª fascia, 8.67) = 32.40; 12 × 30 = 360 × 1.04 = 374.40.
  const misto = { ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-14', ore: '20' }] } };
  const trenta = condizioni({ oreSettimanali: '30', ...otto });

  it('gives two results, each with its weeks and hours', () => {
    const [fino, oltre] = trimestre(misto, trenta);
    expect(fino).toMatchObject({
      gruppo: 'fino-24',
      settimane: 1,
      fascia: 2,
      contributoOrario: 162,
      totale: 3240,
      quotaLavoratore: 820,
    });
    expect(oltre).toMatchObject({
      gruppo: 'oltre-24',
      settimane: 12,
      fascia: 4,
      contributoOrario: 104,
      totale: 37440,
      quotaLavoratore: 9360,
    });
    expect(fino?.passi.map(({ formula }) => formula)).toContain('segnate 0 0 0 0 0 0 1 0 0 0 0 0 0');
    expect(oltre?.passi.map(({ formula }) => formula)).toContain('segnate 1 1 1 1 1 1 0 1 1 1 1 1 1');
    expect([fino?.dettaglio?.segniSettimane, oltre?.dettaglio?.segniSettimane]).toEqual([
      '0000001000000',
      '1111110111111',
    ]);
    expect(fino?.dettaglio?.settimane[6]).toMatchObject({
      domenica: '2020-11-08',
      sabato: '2020-11-14',
      segno: '1',
      gruppo: 'fino-24',
    });
  });

  it('says why, and what the other reading would give: 380 × 1.04 = 395.20 instead of 406.80', () => {
    const [fino, oltre] = trimestre(misto, trenta);
    for (const calcolo of [fino, oltre]) {
      expect(calcolo?.avvertenze[0]).toContain('1 settimana fino a 24 ore e 12 settimane oltre: servono due pagamenti');
      expect(calcolo?.avvertenze.join()).toContain(
        'Con un solo orario settimanale, come nel simulatore dell’INPS, i contributi del trimestre sarebbero 395,20 € invece di 406,80 €',
      );
    }
  });

  it('can be read with the single figure of INPS’s simulator instead', () => {
    const unico = solo({ ...misto, lettura: 'orario-unico' }, trenta);
    expect(unico).toMatchObject({ gruppo: 'oltre-24', settimane: 13, totale: 39520 });
    expect(unico.passi.map(({ formula }) => formula)).toContain('30 ore > 24 ore');
    expect(unico.avvertenze.join()).toContain(
      'Contando settimana per settimana, i contributi del trimestre sarebbero 406,80 € invece di 395,20 €',
    );
    expect(unico.avvertenze.join()).not.toContain('due pagamenti');
  });

  it('asks for the pay when a short week needs it, and without stopping the single reading', () => {
    const senzaPaga = condizioni({ oreSettimanali: '30' });
    expect(() => trimestre(misto, senzaPaga)).toThrow('alcune settimane del trimestre ne hanno 24 o meno');
    expect(solo({ ...misto, lettura: 'orario-unico' }, senzaPaga).avvertenze.join()).toContain(
      'per saperlo manca un dato (Il contratto supera le 24 ore',
    );
  });
});

describe('hours declared', () => {
  it('week by week; weeks not listed follow the terms; 0 is flagged 0', () => {
    const calcolo = solo({
      ore: {
        tipo: 'settimane',
        settimane: [
          { sabato: '2020-10-10', ore: '0' },
          { sabato: '2020-12-26', ore: '40,5' },
        ],
      },
    });
    expect(oreSettimane(calcolo)).toBe('25 0 25 25 25 25 25 25 25 25 25 25 40.5');
    expect(calcolo.dettaglio?.segniSettimane).toBe('1011111111111');
    expect(calcolo.settimane).toBe(12);
    // 11 × 25 + 40.5 = 315.5 → 316 h × 1.04 = 328.64.
    expect(calcolo.totale).toBe(32864);
    expect(calcolo.passi.map(({ formula }) => formula)).toContain(
      '25 + 25 + 25 + 25 + 25 + 25 + 25 + 25 + 25 + 25 + 25 + 40,5 ore',
    );
    expect(calcolo.avvertenze.join()).toContain('Una settimana non è retribuita e risulta con 0');
  });

  it('in total, spread on all the weeks as the terms are: 338 h = 13 × 26', () => {
    const calcolo = solo({ ore: { tipo: 'totale', ore: '338' } });
    expect(oreSettimane(calcolo)).toBe(tredici('26'));
    expect(calcolo.totale).toBe(35152);
  });

  it('by month: the days of September stay to the terms, those after 26 December leave for the next quarter', () => {
    // Two hours a day from Monday to Friday: October 2020 has 22 such days, November 21, December 23 (18 by the 26th).
    const orario = ['0', '2', '2', '2', '2', '2', '0'];
    const termini = condizioni({ oreSettimanali: '10', orario, ...otto });
    const calcolo = solo(
      {
        ore: {
          tipo: 'mesi',
          mesi: [
            { mese: '2020-10', ore: '44' },
            { mese: '2020-11', ore: '63' },
            { mese: '2020-12', ore: '46' },
          ],
        },
      },
      termini,
    );
    // November: 63 = 21 × 3. The first week is 28-30 September by the terms (3 × 2) + 1-2 October (2 × 2) = 10.
    expect(oreSettimane(calcolo)).toBe('10 10 10 10 10 15 15 15 15 11 10 10 10');
    // 6 of September, 44, 63, and 46 − 8 of the four days from 28 to 31 December.
    expect(calcolo.ore.toFixed()).toBe('151');
  });

  it.each([
    [
      { ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-13', ore: '20' }] } },
      'settimane',
      /non è un sabato del trimestre 4\/2020/,
    ],
    [{ ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-14', ore: '169' }] } }, 'settimane', /da 0 a 168/],
    [
      { ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-14', ore: '20,125' }] } },
      'settimane',
      /al più due decimali/,
    ],
    [{ ore: { tipo: 'mesi', mesi: [{ mese: '2020-13', ore: '20' }] } }, 'mesi', /non è un mese/],
    [{ ore: { tipo: 'mesi', mesi: [{ mese: '2021-02', ore: '20' }] } }, 'mesi', /non cade nelle settimane/],
    [{ ore: { tipo: 'totale', ore: '2185' } }, 'ore', /non oltre 2184/],
    [{ ore: { tipo: 'totale', ore: '0' } }, 'ore', /Sospensione obbligo contributivo/],
    [
      { assunzione: '2020-12-01', ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-14', ore: '20' }] } },
      'settimane',
      /giorni senza rapporto/,
    ],
    [
      { assunzione: '2020-12-01', ore: { tipo: 'mesi', mesi: [{ mese: '2020-11', ore: '20' }] } },
      'mesi',
      /con il rapporto in corso/,
    ],
    [
      { ore: { tipo: 'totale', ore: '300' }, assenze: [{ tipo: 'ferie', dal: '2020-11-02', al: '2020-11-03' }] },
      'ore',
      /contengono già assenze/,
    ],
    [{ straordinari: [{ giorno: '2021-02-01', ore: '2' }] }, 'straordinari', /il 01\/02\/2021 va nell’1\/2021/],
    [{ straordinari: [{ giorno: '2020-11-02', ore: '25' }] }, 'straordinari', /da 0 a 24/],
  ])('refuses %j', (diverso, campo, frase) => {
    expect(() => trimestre(diverso)).toThrow(frase);
    expect(() => trimestre(diverso)).toThrow(expect.objectContaining({ campo }) as Error);
  });

  it('refuses a week that overtime takes beyond 168 hours', () => {
    const termini = condizioni({ oreSettimanali: '160' });
    const straordinari = [{ giorno: '2020-11-02', ore: '9' }];
    expect(() => trimestre({ straordinari }, termini)).toThrow('quella del 07/11/2020 ha più di 168 ore');
    expect(solo({ straordinari: [{ giorno: '2020-11-02', ore: '8' }] }, termini).ore.toFixed()).toBe('2088');
  });

  it('are rounded up to whole hours', () => {
    const calcolo = solo({}, condizioni({ oreSettimanali: '25,5' }));
    // 25.5 × 13 = 331.5 → 332 h × 1.04 = 345.28.
    expect(calcolo).toMatchObject({ totale: 34528 });
    expect(calcolo.passi.map(({ formula, risultato }) => `${formula} → ${risultato}`)).toContain(
      '331,5 ore + 0,5 ore → 332 ore',
    );
    expect(calcolo.avvertenze.join()).not.toContain('frazione');
  });
});
