import { describe, expect, it } from 'vitest';
import { esoneroOrario } from '../../../src/contributi/conto/importi.ts';
import { norme } from '../../../src/norme/norme.ts';
import { condizioni, solo, trimestre, REQUISITI_OVER_80 } from './situazione.ts';

describe('CUAF', () => {
  it('follows from kinship and living together, both', () => {
    const con = (familiare: object) => solo({}, condizioni({ familiare }));
    expect(con({ legame: 'parente', grado: 1, convivente: true })).toMatchObject({ senzaCuaf: true, totale: 34125 });
    const fuori = con({ legame: 'parente', grado: 1 });
    expect(fuori).toMatchObject({ senzaCuaf: false, totale: 33800 });
    expect(fuori.passi.map(({ etichetta, risultato }) => `${etichetta}: ${risultato}`)).toContain(
      'Contributo CUAF: dovuto',
    );
    expect(con({ legame: 'coniuge', convivente: true }).avvertenze.join()).toContain('indennità di accompagnamento');
  });
});

describe('the 1.40%', () => {
  it('is not due for who replaces an absent worker', () => {
    const con = (altro: object) => solo({}, condizioni({ tempoDeterminato: true, ...altro }));
    expect(con({})).toMatchObject({ tempoDeterminato: true, totale: 36400 });
    const sostituta = con({ sostituzione: true });
    expect(sostituta).toMatchObject({ tempoDeterminato: false, totale: 33800 });
    expect(sostituta.passi.map(({ risultato }) => risultato)).toContain('non dovuta');
    expect(sostituta.avvertenze.join()).toContain('finché non gli si comunica il motivo');
    expect(solo({}, condizioni({ sostituzione: true })).avvertenze.join()).not.toContain('sostituzione');
  });
});

describe('sources of a row', () => {
  it('the contribution may be computed where the worker’s share was seen: 2013, fixed term above 24 hours', () => {
    const calcolo = solo({ trimestre: '1/2013' }, condizioni({ tempoDeterminato: true }));
    const certezza = (etichetta: string) =>
      calcolo.passi.find((passo) => passo.etichetta.startsWith(etichetta))?.fonte.certezza;
    expect([certezza('Contributi del trimestre'), certezza('Quota del lavoratore')]).toEqual(['calcolata', 'vista']);
  });

  it('of the replaced 1.40% is the law since its first day, and none before it was', () => {
    const fonte = (quando: string, dal: string) =>
      solo({ trimestre: quando }, condizioni({ dal, tempoDeterminato: true, sostituzione: true })).passi.find(
        ({ risultato }) => risultato === 'non dovuta',
      )?.fonte.titolo;
    expect(fonte('1/2013', '2013-01-01')).toContain('prima del 2013');
    expect(fonte('2/2013', '2013-01-01')).toContain('legge 92/2012');
    expect(fonte('4/2012', '2012-01-01')).toContain('prima del 2013');
  });

  it('labels the worker’s share by what changed it', () => {
    const etichette = (diverso: object) => solo(diverso).passi.map(({ etichetta }) => etichetta);
    expect(etichette({ associazione: 'F2' })).toContain('Quota del lavoratore con l’assistenza contrattuale');
    expect(etichette({ trimestre: '4/2022', sgravi: [{ codice: 'madri-2022', rientro: '2022-03-01' }] })).toContain(
      'Quota del lavoratore, tolto lo sgravio',
    );
  });
});

describe('contractual assistance', () => {
  it('takes the amount of the quarter’s end for all its hours, and says what each day’s own would give', () => {
    const calcolo = solo(
      { trimestre: '1/2021', associazione: 'F2' },
      condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'] }),
    );
    expect(calcolo.associazione).toEqual({ codice: 'F2', totale: 1950, quotaLavoratore: 650 });
    expect(calcolo.avvertenze.join()).toContain('contando ogni giorno col suo sarebbero 356,90 € invece di 357,50 €');
  });

  it('by each day keeps the old amount for the hours of December 2020 in the straddling week of 1/2021', () => {
    // Five hours a day from Monday: 28-31 December are 20 h × 0.03; 305 h × 0.06 = 18.30; worker 20 × 0.01 + 305 × 0.02.
    const calcolo = solo(
      { trimestre: '1/2021', associazione: 'F2', contoAssistenza: 'a-giorni' },
      condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'] }),
    );
    expect(calcolo.associazione).toEqual({ codice: 'F2', totale: 1890, quotaLavoratore: 630 });
    expect(calcolo.passi.map(({ formula }) => formula)).toContain('20 ore × 0,03 € + 305 ore × 0,06 €');
    expect(calcolo).toMatchObject({ totale: 33800 + 1890, quotaLavoratore: 8450 + 630 });
  });

  it('by each day is one amount, rounded once: two hours that end on 1/1/2021 are 2 cents of the worker, not 3', () => {
    // 31 December and 1 January: 1,71 h × 0,01 + 0,29 h × 0,02 = 0,0229; each part by itself would make 0,02 + 0,01.
    const calcolo = solo(
      { trimestre: '1/2021', associazione: 'F2', contoAssistenza: 'a-giorni', cessazione: '2021-01-01' },
      condizioni({
        oreSettimanali: '2',
        orario: ['0', '0', '0', '0', '1,71', '0,29', '0'],
        paga: { tipo: 'oraria', importo: '1' },
      }),
    );
    expect(calcolo.passi).toContainEqual(
      expect.objectContaining({ formula: '1,71 ore × 0,01 € + 0,29 ore × 0,02 €', risultato: '0,02 €' }),
    );
    expect(calcolo.associazione).toEqual({ codice: 'F2', totale: 7, quotaLavoratore: 2 });
  });

  it('counts conventional hours for nights: 8 of care, 5 of presence', () => {
    const con = (tipo: string) =>
      solo(
        { trimestre: '2/2021', associazione: 'F2', notti: { tipo, quante: 60 } },
        condizioni({ oreSettimanali: '54' }),
      );
    expect(con('assistenza').associazione).toEqual({ codice: 'F2', totale: 2880, quotaLavoratore: 960 });
    expect(con('presenza').associazione).toEqual({ codice: 'F2', totale: 1800, quotaLavoratore: 600 });
    expect(con('presenza').ore.toFixed()).toBe('702');
  });

  it('shares the nights’ hours between the two results by their paid hours', () => {
    // 54 h × 12 weeks = 648 h and one week of 18 h: 480 conventional hours are 467.03 and 12.97.
    const calcoli = trimestre(
      {
        trimestre: '2/2021',
        associazione: 'F2',
        notti: { tipo: 'assistenza', quante: 60 },
        ore: { tipo: 'settimane', settimane: [{ sabato: '2021-04-10', ore: '18' }] },
      },
      condizioni({ oreSettimanali: '54', paga: { tipo: 'mensile', importo: '1200' } }),
    );
    expect(calcoli.map(({ associazione }) => associazione?.totale)).toEqual([78, 2802]);
  });

  it('is shared between the two results of a quarter', () => {
    const calcoli = trimestre(
      {
        trimestre: '2/2021',
        associazione: 'E1',
        ore: { tipo: 'settimane', settimane: [{ sabato: '2021-04-10', ore: '20' }] },
      },
      condizioni({ oreSettimanali: '30', paga: { tipo: 'oraria', importo: '8' } }),
    );
    expect(calcoli.map(({ associazione }) => associazione?.totale)).toEqual([60, 1080]);
  });
});

describe('relief of mothers back in 2022', () => {
  it.each(norme().sgravi.esempi.map((esempio) => [esempio.caso, esempio] as const))(
    '%s',
    (_caso, { quota, esonero }) => {
      expect(esoneroOrario(quota, norme().sgravi.madri.percentuale)).toBe(esonero);
    },
  );

  const con = (rientro: string, quando = '4/2022') =>
    solo(
      { trimestre: quando, sgravi: [{ codice: 'madri-2022', rientro }] },
      condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'] }),
    );

  it('takes half of her share, hour by hour: 350 h × 0.14 = 49.00', () => {
    const calcolo = con('2022-09-01');
    // 14 weeks: 350 h × 1.06 = 371.00 − 49.00; worker 350 × 0.27 = 94.50 − 49.00.
    expect(calcolo).toMatchObject({ totale: 32200, quotaLavoratore: 4550, quotaDatore: 27650 });
    expect(calcolo.dettaglio?.sgravi).toEqual([
      {
        codice: 'madri-2022',
        nome: 'Esonero per le lavoratrici madri rientrate nel 2022',
        importo: 4900,
        aCarico: 'lavoratore',
      },
    ]);
    expect(calcolo.passi.map(({ formula }) => formula)).toEqual(
      expect.arrayContaining(['350 ore × 0,14 €', '371,00 € − 49,00 €', '94,50 € − 49,00 €']),
    );
    expect(calcolo.avvertenze.join()).toContain('va chiesto dal datore all’INPS');
  });

  it('begins on the day she is back, and lasts twelve months', () => {
    // Back on Wednesday 30/11/2022: that week 15 h, then 4 weeks, 115 h × 0.14.
    expect(con('2022-11-30').dettaglio?.sgravi[0]?.importo).toBe(115 * 14);
    // Twelve months from 30/11/2022 end on 29/11/2023, a Wednesday: 8 weeks of 4/2023 and 15 h × half of 0.29, 0.15.
    expect(con('2022-11-30', '4/2023').dettaglio?.sgravi[0]?.importo).toBe((8 * 25 + 15) * 15);
    expect(con('2022-11-30', '1/2024').dettaglio?.sgravi).toEqual([]);
  });

  it('is only of who came back in 2022', () => {
    expect(() => con('2023-01-01')).toThrow(
      'il rientro deve cadere fra il 01/01/2022 e il 31/12/2022, non il 01/01/2023',
    );
    expect(() => con('2021-12-31')).toThrow('sgravi: il rientro');
  });
});

describe('relief of the over 80', () => {
  const con = (oreSettimanali: string, altro: object = {}, ...sgravi: object[]) =>
    trimestre(
      {
        trimestre: '2/2025',
        sgravi: sgravi.length > 0 ? sgravi : [{ codice: 'over-80', dal: '2024-07-01', ...REQUISITI_OVER_80 }],
      },
      condizioni({ oreSettimanali, paga: { tipo: 'mensile', importo: '1200' }, ...altro }),
    );

  it('takes the employer’s share: 390 h × (1.22 − 0.31) = 354.90', () => {
    const [calcolo] = con('30');
    expect(calcolo).toMatchObject({ totale: 12090, quotaLavoratore: 12090, quotaDatore: 0 });
    expect(calcolo?.dettaglio?.sgravi).toEqual([
      expect.objectContaining({ codice: 'over-80', importo: 35490, aCarico: 'datore' }),
    ]);
    expect(calcolo?.avvertenze.join()).toContain('finché l’INPS non conferma, versare l’importo intero');
  });

  it('stops at 750 euro a quarter', () => {
    const [calcolo] = con('70');
    // 910 h × 0.91 = 828.10 > 750.
    expect(calcolo?.dettaglio?.sgravi[0]?.importo).toBe(75000);
    expect(calcolo?.quotaDatore).toBe(7810);
  });

  it('is nothing for a fixed term, and outside its 24 months', () => {
    expect(con('30', { tempoDeterminato: true })[0]?.dettaglio?.sgravi).toEqual([]);
    expect(
      trimestre({ trimestre: '4/2026', sgravi: [{ codice: 'over-80', dal: '2024-07-01', ...REQUISITI_OVER_80 }] })[0]
        ?.dettaglio?.sgravi,
    ).toEqual([]);
  });

  it('counts its cap once for the two results of a quarter', () => {
    const calcoli = trimestre(
      {
        trimestre: '2/2025',
        sgravi: [{ codice: 'over-80', dal: '2024-07-01', ...REQUISITI_OVER_80 }],
        ore: { tipo: 'settimane', settimane: [{ sabato: '2025-04-05', ore: '24' }] },
      },
      condizioni({ oreSettimanali: '80', paga: { tipo: 'oraria', importo: '8,00' } }),
    );
    const presi = calcoli.map(({ dettaglio }) => dettaglio?.sgravi[0]?.importo ?? 0);
    // 24 h × (1.68 − 0.42) = 30.24, then 750.00 − 30.24.
    expect(presi).toEqual([3024, 75000 - 3024]);
  });

  it('needs a hiring of its months', () => {
    expect(() => con('30', {}, { codice: 'over-80', dal: '2026-01-01', ...REQUISITI_OVER_80 })).toThrow(
      'fra il 01/04/2024 e il 31/12/2025',
    );
  });

  it('leaves the contractual assistance alone', () => {
    const [calcolo] = trimestre({
      trimestre: '4/2022',
      sgravi: [{ codice: 'madri-2022', rientro: '2022-03-01' }],
      associazione: 'F2',
    });
    // 350 × 0.06 = 21.00 (worker 7.00): 371.00 + 21.00 − 49.00; worker 94.50 + 7.00 − 49.00.
    expect(calcolo).toMatchObject({ totale: 34300, quotaLavoratore: 5250, quotaDatore: 29050 });
    expect(calcolo?.passi.map(({ formula, risultato }) => `${formula} → ${risultato}`)).toEqual(
      expect.arrayContaining([
        '371,00 € + 21,00 € → 392,00 €',
        '392,00 € − 49,00 € → 343,00 €',
        '94,50 € + 7,00 € − 49,00 € → 52,50 €',
        '343,00 € − 52,50 € → 290,50 €',
      ]),
    );
  });
});

describe('contract minimum', () => {
  const con = (minimo: object, paga: object, quando = '1/2023') =>
    solo({ trimestre: quando, minimo }, condizioni({ paga })).avvertenze.join();

  it('is checked where known, by hour or month', () => {
    expect(con({ livello: 'CS', forma: 'oraria' }, { tipo: 'oraria', importo: '7,50' })).toContain('mancano 0,29 €');
    expect(con({ livello: 'CS', forma: 'oraria' }, { tipo: 'oraria', importo: '7,79' })).not.toContain('minimo');
    expect(con({ livello: 'BS', forma: 'convivente' }, { tipo: 'mensile', importo: '900' })).toContain(
      'mancano 88,90 €',
    );
    expect(con({ livello: 'CS', forma: 'sostituzione' }, { tipo: 'oraria', importo: '7,50' }, '1/2013')).toContain(
      'non è noto',
    );
    expect(con({ livello: 'CS', forma: 'oraria' }, { tipo: 'mensile', importo: '900' })).toContain(
      'La paga non è oraria',
    );
    expect(con({ livello: 'BS', forma: 'convivente' }, { tipo: 'oraria', importo: '9' })).toContain(
      'La paga non è mensile',
    );
    expect(solo({ minimo: { livello: 'CS', forma: 'oraria' } }).avvertenze.join()).toContain(
      'La paga concordata non è indicata: il minimo contrattuale non è stato controllato',
    );
  });
});
