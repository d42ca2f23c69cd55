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

describe('absences, overtime, public holidays', () => {
  const orario = ['0', '5', '5', '5', '5', '5', '0'];
  const cinque = condizioni({ orario, ...otto });
  const con = (tipo: string, dal: string, al: string, altro: object = {}) =>
    trimestre({ assunzione: '2018-01-01', assenze: [{ tipo, dal, al, ...altro }] }, cinque);

  it('paid ones keep their hours', () => {
    for (const tipo of ['ferie', 'permesso-retribuito', 'volonta-del-datore']) {
      const [calcolo] = con(tipo, '2020-11-02', '2020-11-13');
      expect(calcolo?.ore.toFixed()).toBe('325');
      expect(calcolo?.passi[1]).toMatchObject({
        formula: 'dal 02/11/2020 al 13/11/2020, 12 giorni tutti pagati',
        risultato: 'nessuna ora tolta',
      });
    }
  });

  it('unpaid ones take theirs away and flag empty weeks 0', () => {
    for (const tipo of ['maternita', 'permesso-non-retribuito', 'aspettativa']) {
      const [calcolo] = con(tipo, '2020-11-01', '2020-11-14');
      expect(calcolo?.ore.toFixed()).toBe('275');
      expect(calcolo?.dettaglio?.segniSettimane).toBe('1111100111111');
      expect(calcolo?.passi[1]?.risultato).toBe('50 ore in meno');
    }
  });

  it('sickness is paid for the contract’s calendar days: 15 a year after two years of service', () => {
    // 2-27 November: days 1-15 (2-16 November) paid; 17-27 November are nine working days of five hours.
    const calcoli = con('malattia', '2020-11-02', '2020-11-27');
    expect(calcoli.map(({ ore }) => ore.toFixed())).toEqual(['5', '275']);
    expect(calcoli[0]?.passi[1]).toMatchObject({
      formula: 'dal 02/11/2020 al 27/11/2020, 26 giorni, i primi 15 pagati (15 nell’anno)',
      risultato: '45 ore in meno',
    });
  });

  it('sickness days already paid in the year, or said outright, shorten it', () => {
    const tolte = (altro: object) => con('malattia', '2020-11-02', '2020-11-06', altro)[0]?.passi[1];
    expect(tolte({ giorniGiaPagati: 13 })).toMatchObject({ risultato: '15 ore in meno' });
    expect(tolte({ giorniGiaPagati: 13 })?.formula).toContain('i primi 2 pagati (15 nell’anno, 13 già pagati)');
    expect(tolte({ giorniGiaPagati: 20 })?.formula).toContain('5 giorni non pagati');
    expect(tolte({ giorniPagati: 1 })?.formula).toContain('5 giorni, i primi 1 pagati (indicati)');
  });

  it('an accident leaves the employer its first three days', () => {
    expect(con('infortunio', '2020-11-02', '2020-11-06')[0]?.passi[1]).toMatchObject({ risultato: '10 ore in meno' });
  });

  it('an absence that began before the quarter counts its days from its own beginning', () => {
    // Sick since 14 September: the fifteen days end on 28 September; 29 and 30 September are in the first week.
    expect(con('malattia', '2020-09-14', '2020-09-30')[0]?.passi[1]).toMatchObject({ risultato: '10 ore in meno' });
  });

  it('holidays of who is paid by the hour are the hours of the month before / 26 × days', () => {
    // Two weeks, 2-15 November: 110 h / 26 × 12 days = 50.769 → 50.77 h, where 50 would have been worked.
    const calcoli = con('ferie', '2020-11-02', '2020-11-15', {
      orePagate: { giorni: 12, oreMesePrecedente: '110', lettura: 'ore-del-mese' },
    });
    // Up to a whole hour: 325.77 → 326.
    expect(calcoli.map(({ ore }) => ore.toNumber())).toEqual([326]);
    expect(calcoli[0]?.passi[1]).toMatchObject({
      etichetta: 'Ferie dal 02/11/2020 al 15/11/2020: ore pagate',
      formula: '110 ore / 26 × 12 giorni',
      risultato: '50,77 ore',
    });
  });

  it('an absence can say its paid hours outright; those of days outside the quarter stay outside', () => {
    // 21 December - 3 January: 40 h on ten working days, five of them (21-25) in this quarter.
    const calcoli = con('malattia', '2020-12-21', '2021-01-03', { orePagate: { ore: '40' } });
    expect(oreSettimane(calcoli[0] as never)).toBe('25 25 25 25 25 25 25 25 25 25 25 25 20');
    expect(() => con('ferie', '2020-11-02', '2020-11-15', { orePagate: { ore: '1001' } })).toThrow(
      'assenze: «1001» ore',
    );
  });

  it('the rule of hourly holidays is known since 2012', () => {
    const antiche = {
      trimestre: '4/2011',
      assenze: [
        {
          tipo: 'ferie',
          dal: '2011-11-07',
          al: '2011-11-12',
          orePagate: { giorni: 6, oreMesePrecedente: '100', lettura: 'ore-del-mese' },
        },
      ],
    };
    expect(() => trimestre(antiche, condizioni({ dal: '2010-01-01', orario }))).toThrow(
      'la regola delle ferie a ore al 2011-11-07 non è nota',
    );
  });

  it('one day is told as one day', () => {
    expect(con('ferie', '2020-11-02', '2020-11-02')[0]?.passi[1]?.formula).toContain('1 giorno pagato');
    expect(con('maternita', '2020-11-02', '2020-11-02')[0]?.passi[1]?.formula).toContain('1 giorno non pagato');
  });

  it('overtime hours are hours, and can take a week above 24', () => {
    const venti = condizioni({ oreSettimanali: '20', ...otto });
    const [fino, oltre] = trimestre({ straordinari: [{ giorno: '2020-11-03', ore: '5' }] }, venti);
    expect([fino?.ore.toFixed(), oltre?.ore.toFixed()]).toEqual(['240', '25']);
    expect(fino?.passi[1]).toMatchObject({
      etichetta: 'Straordinari: sono ore retribuite come le altre',
      risultato: '5 ore',
    });
  });

  it('a public holiday of an hourly worker is a sixth of the week, even on a day without work', () => {
    // 12 h on Monday, Wednesday, Friday (4 each). 1/11 is a Sunday, 8/12 a Tuesday, 25/12 a Friday, 26/12 a Saturday: 2 h each;
    // so + 2, + 2, − 4 + 2, + 2 over 156 h.
    const termini = condizioni({ oreSettimanali: '12', orario: ['0', '4', '0', '4', '0', '4', '0'], ...otto });
    const calcolo = solo({ festivita: 'un-sesto' }, termini);
    expect(oreSettimane(calcolo)).toBe('12 12 12 12 12 14 12 12 12 12 14 12 12');
    expect(calcolo.ore.toFixed()).toBe('160');
  });

  it.each([
    [{ tipo: 'vacanza', dal: '2020-11-02', al: '2020-11-03' }, /«vacanza» non è un tipo noto; scegliere fra ferie/],
    [{ tipo: 'ferie', dal: '2020-11-03', al: '2020-11-02' }, /controllare le due date/],
    [{ tipo: 'ferie', dal: '2010-11-03', al: '2020-11-02' }, /controllare le due date/],
  ])('refuses %j', (assenza, frase) => {
    expect(() => trimestre({ assenze: [assenza] })).toThrow(frase);
  });

  it('asks on which days the work falls when it matters', () => {
    const frase = 'Non è indicato in quali giorni si lavora';
    expect(
      trimestre(
        { assenze: [{ tipo: 'maternita', dal: '2020-11-02', al: '2020-11-02' }] },
        condizioni(otto),
      )[0]?.avvertenze.join(),
    ).toContain(frase);
    expect(con('maternita', '2020-11-01', '2020-11-14')[0]?.avvertenze.join()).not.toContain(frase);
  });
});
