import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import type { Calcolo } from '../../src/contributi/calcolo.ts';
import { norme } from '../../src/norme/norme.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { dati, normePer, type Scritti } from './dati.ts';

const conto = (scritti: Scritti): Calcolo => calcola(dati(scritti), normePer(dati(scritti)));
const frasi = (scritti: Scritti): string => conto(scritti).avvertenze.join('\n');

describe('calcola', () => {
  it('the real row of January 2021: 25 × 13 = 325 h × 1.04 = 338.00; worker 325 × 0.26 = 84.50; due 11/1/2021', () => {
    const riga = conto({ trimestre: '4/2020', oreSettimanali: '25' });
    expect(riga).toMatchObject({
      gruppo: 'oltre-24',
      settimane: 13,
      fascia: 4,
      contributoOrario: 104,
      totale: 33800,
      quotaLavoratore: 8450,
      quotaDatore: 25350,
      retribuzioneOrariaEffettiva: null,
      associazione: null,
    });
    expect(riga.ore.toFixed()).toBe('325');
    expect(riga.oreSettimanali?.toFixed()).toBe('25');
    expect(riga.scadenza).toMatchObject({ scadenza: '2021-01-11' });
    expect(riga.scadenza.giornoSicuro).toBeUndefined();
    expect(riga.passi.map(({ formula, risultato }) => `${formula} → ${risultato}`)).toEqual([
      'sabati dal 03/10/2020 al 26/12/2020 → 13 settimane',
      '25 ore × 13 settimane → 325 ore',
      '25 ore > 24 ore → 4ª fascia',
      'tabella 2020, 4ª fascia, con CUAF, tempo indeterminato → 1,04 €',
      '325 ore × 1,04 € → 338,00 €',
      '325 ore × 0,26 € → 84,50 €',
      '338,00 € − 84,50 € → 253,50 €',
      'trimestre 4/2020: dal 01/01/2021 al 10/01/2021 → 10/01/2021',
      '10/01/2021 è domenica → 11/01/2021',
      '325 ore in 13 settimane: tutte quelle pagate → 13 settimane',
    ]);
    expect(riga.passi[3]?.fonte.titolo).toBe('circolare INPS n. 17 del 6/2/2020');
  });

  it.each([
    // 2024, 2ª fascia (9.40-11.45): 10 × 13 = 130 h; con CUAF 1.88, senza 1.89; with the 1.40% 2.01 and 2.02; worker 0.47.
    [{ senzaCuaf: false, termine: false }, 24440],
    [{ senzaCuaf: true, termine: false }, 24570],
    [{ senzaCuaf: false, termine: true }, 26130],
    [{ senzaCuaf: true, termine: true }, 26260],
  ])('takes the column of CUAF and term: %o', (caso, totale) => {
    const calcolo = conto({ trimestre: '3/2024', oreSettimanali: '10', settimane: 13, effettiva: '10,00', ...caso });
    expect(calcolo).toMatchObject({ fascia: 2, totale, quotaLavoratore: 6110, quotaDatore: totale - 6110 });
  });

  it('decides the band on the limits, which belong to the lower band (2020: 8.10 and 9.86)', () => {
    const fascia = (effettiva: string) => conto({ oreSettimanali: '24', effettiva }).fascia;
    expect([fascia('8,10'), fascia('8,11'), fascia('9,86'), fascia('9,87')]).toEqual([1, 2, 2, 3]);
  });

  it('leaves the bands at 25 hours; between 24 and 25 the pay decides where it is known, and both readings are told', () => {
    const gruppo = (oreSettimanali: string) => conto({ oreSettimanali, pagaOraria: '8,00' }).gruppo;
    expect([gruppo('24'), gruppo('24.5'), gruppo('25')]).toEqual(['fino-24', 'fino-24', 'oltre-24']);
    expect(conto({ oreSettimanali: '24.5' }).gruppo).toBe('oltre-24');
    expect(frasi({ oreSettimanali: '24.5' })).toContain(
      'Con un orario di 24,5 ore a settimana, fra 24 e 25, le fonti non concordano. Con la lettura prudente',
    );
    expect(frasi({ oreSettimanali: '25' })).not.toContain('fra 24 e 25');
    expect(frasi({ oreSettimanali: '24', effettiva: '9,00' })).not.toContain('fra 24 e 25');
    // By the average: 320 h / 13 = 24.62; 325 / 13 = 25; 338 / 13 = 26.
    expect(frasi({ ore: '320' })).toContain('Con un orario di 24,62 ore a settimana, fra 24 e 25');
    expect(frasi({ ore: '325' }) + frasi({ ore: '338' })).not.toContain('fra 24 e 25');
  });

  it('takes the year of the quarter, not of the payment', () => {
    expect(conto({ trimestre: '4/2025', oreSettimanali: '30' }).contributoOrario).toBe(122);
    expect(conto({ trimestre: '1/2026', oreSettimanali: '30' }).contributoOrario).toBe(124);
  });

  it('takes part hours up to a whole one: 25.5 × 13 = 331.5 → 332 h × 1.04 = 345.28; worker 332 × 0.26 = 86.32', () => {
    const calcolo = conto({ oreSettimanali: '25.5' });
    expect(calcolo).toMatchObject({ totale: 34528, quotaLavoratore: 8632, quotaDatore: 25896 });
    expect(calcolo.passi.map(({ formula, risultato }) => `${formula} = ${risultato}`)).toContain(
      '331,5 ore + 0,5 ore = 332 ore',
    );
  });

  it('exact on request, rounded once, half-up: 331.5 h × 1.04 = 344.76; worker 331.5 × 0.26 = 86.19', () => {
    const esatte = (scritti: Scritti) => calcola({ ...dati(scritti), oreInParti: 'esatte' }, norme());
    const calcolo = esatte({ oreSettimanali: '25.5' });
    expect(calcolo).toMatchObject({ totale: 34476, quotaLavoratore: 8619, quotaDatore: 25857 });
    expect(calcolo.avvertenze.join(' ')).toContain('Con 332 ore i contributi sarebbero 345,28 €');
    // 0.5 h × 1.43 = 0.715 → 0.72; 0.5 h × 0.36 = 0.18.
    expect(esatte({ ore: '0.5', settimane: 1, effettiva: '7,00' })).toMatchObject({ totale: 72, quotaLavoratore: 18 });
  });

  it('adds the contractual assistance by the quarter’s amounts: F2 0.03 in 2020, 0.06 (worker 0.02) in 2021', () => {
    // 325 × 1.04 + 325 × 0.03 = 338.00 + 9.75; worker 84.50 + 3.25.
    expect(conto({ oreSettimanali: '25', associazione: 'F2' })).toMatchObject({
      totale: 34775,
      quotaLavoratore: 8775,
      quotaDatore: 26000,
      associazione: { codice: 'F2', totale: 975, quotaLavoratore: 325 },
    });
    const dopo = conto({ trimestre: '1/2021', oreSettimanali: '40', associazione: 'F2' });
    // 40 × 13 = 520 h: the worked example of the fund, 31.20.
    expect(dopo.associazione).toEqual({ codice: 'F2', totale: 3120, quotaLavoratore: 1040 });
    expect(dopo.passi.map(({ formula }) => formula)).toContain('540,80 € + 31,20 €');
  });

  it('ignores the 1.40% before 2013 and says so', () => {
    const prima = conto({ trimestre: '4/2012', oreSettimanali: '30', termine: true });
    expect(prima.contributoOrario).toBe(102);
    expect(prima.avvertenze.join()).toContain('esiste dal 2013');
    expect(conto({ trimestre: '1/2013', oreSettimanali: '30', termine: true }).contributoOrario).toBe(107);
    expect(frasi({ trimestre: '1/2013', oreSettimanali: '30', termine: true })).not.toContain('2013');
  });

  it('says when a cell was never seen in print', () => {
    const calcolata = conto({ trimestre: '1/2013', oreSettimanali: '30', termine: true }).passi.find(
      ({ etichetta }) => etichetta === 'Contributo orario',
    );
    expect(calcolata?.fonte).toEqual({
      titolo: 'circolare INPS n. 25 dell’8/2/2013; cella non vista in stampa, ricavata dall’aliquota',
      data: '2013-02-08',
      certezza: 'calcolata',
    });
  });

  it('composes the steps once, and spreads and serialises like a plain object', () => {
    const calcolo = conto({ oreSettimanali: '25' });
    expect(calcolo.passi).toBe(calcolo.passi);
    expect(calcolo.avvertenze).toBe(calcolo.avvertenze);
    expect({ ...calcolo }.passi).toHaveLength(10);
    expect(Object.keys(calcolo)).toContain('passi');
  });

  it('has no year it does not know', () => {
    expect(() => conto({ trimestre: '1/2031', oreSettimanali: '25' })).toThrow(
      'Non c’è una tabella dei contributi per il 2031',
    );
  });
});

describe('hours and weeks', () => {
  it('takes the quarter’s hours as given, and the group from their average', () => {
    const calcolo = conto({ ore: '312', pagaOraria: '9,00' });
    expect(calcolo).toMatchObject({ gruppo: 'fino-24', settimane: 13 });
    expect(calcolo.oreSettimanali?.toFixed()).toBe('24');
    expect(calcolo.avvertenze.join()).toContain('Le ore settimanali non sono indicate: la media (24) decide');
    expect(conto({ ore: '313' })).toMatchObject({ gruppo: 'oltre-24', fascia: 4 });
    expect(conto({ ore: '313' }).oreSettimanali?.toFixed()).toBe('24.076923');
    expect(conto({ ore: '313' }).passi.map(({ formula }) => formula)).toContain('313 ore / 13 > 24 ore');
  });

  it('keeps the weekly hours for the group when both are given', () => {
    expect(conto({ ore: '200', oreSettimanali: '30' })).toMatchObject({ gruppo: 'oltre-24', totale: 20800 });
  });

  it('pays fewer weeks when told', () => {
    const calcolo = conto({ oreSettimanali: '30', settimane: 10 });
    expect(calcolo).toMatchObject({ settimane: 10, totale: 31200 });
    expect(calcolo.passi[1]).toMatchObject({ formula: '10 indicate, su 13', risultato: '10 settimane' });
    expect(calcolo.avvertenze.join()).toContain('Si pagano 10 settimane su 13');
  });

  it('counts the weeks from hiring and up to the end, whole', () => {
    const assunto = conto({ oreSettimanali: '30', assunzione: '2020-10-31' });
    expect(assunto).toMatchObject({ settimane: 9, totale: 28080 });
    expect(assunto.passi[1]).toMatchObject({ formula: '9 con il rapporto in corso, su 13' });
    expect(assunto.avvertenze.join()).toContain(
      'Il rapporto comincia il 31/10/2020: la prima settimana è contata per intero',
    );
    const cessato = conto({ oreSettimanali: '30', cessazione: '2020-11-18' });
    expect(cessato).toMatchObject({ settimane: 8, totale: 24960 });
    expect(cessato.avvertenze.join()).toContain(
      'Il rapporto finisce il 18/11/2020: l’ultima settimana è contata per intero',
    );
    expect(
      frasi({ ore: '100', assunzione: '2020-10-31', cessazione: '2020-12-01', oreSettimanali: '30' }),
    ).not.toContain('per intero');
  });

  it('is due ten days after the end of the rapporto, also for the next quarter’s straddling week', () => {
    expect(conto({ oreSettimanali: '30', cessazione: '2020-11-17' }).scadenza.scadenza).toBe('2020-11-27');
    const coda = conto({ trimestre: '1/2021', oreSettimanali: '30', cessazione: '2020-12-31' });
    expect(coda).toMatchObject({ settimane: 1, totale: 3120 });
    // The table of 2021 came out on 25 January: ten days from it, or, with prudence, ten days from the end.
    expect([coda.scadenza.scadenza, coda.scadenza.giornoSicuro]).toEqual(['2021-02-04', '2021-01-11']);
    expect(conto({ oreSettimanali: '30', cessazione: '2021-01-01' }).scadenza.scadenza).toBe('2021-01-11');
  });

  it('warns above 60 hours a week', () => {
    expect(frasi({ oreSettimanali: '61' })).toContain('Più di 60 ore a settimana');
    expect(frasi({ oreSettimanali: '60' })).not.toContain('Più di 60');
    // By the average: 780 h / 13 = 60; 781 are more.
    expect([frasi({ ore: '780' }).includes('Più di 60'), frasi({ ore: '781' }).includes('Più di 60')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('calcola refuses, naming the field and what to do', () => {
  const casi: [Scritti, string, string, RegExp][] = [
    [{}, 'oreSettimanali', 'ore-mancanti', /indicare le ore retribuite in una settimana/],
    [
      { oreSettimanali: '0' },
      'oreSettimanali',
      'ore-non-valide',
      /oreSettimanali: «0».*«Sospensione obbligo contributivo»/,
    ],
    [{ oreSettimanali: '168.5' }, 'oreSettimanali', 'ore-non-valide', /non oltre 168/],
    [{ oreSettimanali: '169' }, 'oreSettimanali', 'ore-non-valide', /non oltre 168/],
    [
      { ore: '2185' },
      'ore',
      'ore-non-valide',
      /ore: «2185» non va bene; .* non oltre 2184, tutte le ore di 13 settimane\.$/,
    ],
    [{ ore: '0', oreSettimanali: '25' }, 'ore', 'ore-non-valide', /Sospensione/],
    [{ oreSettimanali: '25', settimane: 14 }, 'settimane', 'settimane-non-valide', /ha 13 settimane/],
    [{ oreSettimanali: '25', settimane: 0 }, 'settimane', 'settimane-non-valide', /Sospensione/],
    [{ oreSettimanali: '25', settimane: 2.5 }, 'settimane', 'settimane-non-valide', /numero intero/],
    [{ oreSettimanali: '24' }, 'pagaOraria', 'paga-mancante', /indicare la paga oraria o quella mensile/],
    [{ oreSettimanali: '24', pagaOraria: '0' }, 'pagaOraria', 'paga-non-valida', /maggiore di zero/],
    [{ oreSettimanali: '24', pagaOraria: '1000,01' }, 'pagaOraria', 'paga-non-valida', /non oltre 1\.000,00/],
    [{ oreSettimanali: '24', pagaMensile: '100000,01' }, 'pagaMensile', 'paga-non-valida', /non oltre 100\.000,00/],
    [{ oreSettimanali: '24', effettiva: '0' }, 'retribuzioneOrariaEffettiva', 'paga-non-valida', /maggiore di zero/],
    [
      { oreSettimanali: '24', pagaOraria: '8', vitto: 8 },
      'vittoAlloggioGiorni',
      'vitto-alloggio-non-valido',
      /da 0 a 7/,
    ],
    [
      { oreSettimanali: '24', pagaOraria: '8', vitto: -1 },
      'vittoAlloggioGiorni',
      'vitto-alloggio-non-valido',
      /da 0 a 7/,
    ],
    [
      { oreSettimanali: '24', pagaOraria: '8', vitto: 1.5 },
      'vittoAlloggioGiorni',
      'vitto-alloggio-non-valido',
      /da 0 a 7/,
    ],
    [
      { trimestre: '1/2027', oreSettimanali: '24', pagaOraria: '8', vitto: 7 },
      'vittoAlloggioGiorni',
      'vitto-alloggio-non-noto',
      /del 2027 non è noto/,
    ],
    [
      { oreSettimanali: '25', assunzione: '2020-12-27' },
      'assunzione',
      'rapporto-fuori-dal-trimestre',
      /comincia il 27\/12\/2020, .* Le sue ore vanno nell’1\/2021\.$/,
    ],
    [
      { oreSettimanali: '25', cessazione: '2020-09-26' },
      'cessazione',
      'rapporto-fuori-dal-trimestre',
      /finisce il 26\/09\/2020, .* Le sue ore vanno nel 3\/2020\.$/,
    ],
    [
      { oreSettimanali: '25', assunzione: '2020-11-02', cessazione: '2020-11-01' },
      'cessazione',
      'cessazione-prima-di-assunzione',
      /02\/11\/2020/,
    ],
    [
      { trimestre: '1/2005', oreSettimanali: '25', associazione: 'F2' },
      'associazione',
      'associazione-sconosciuta',
      /31\/03\/2005/,
    ],
  ];

  it.each(casi)('%o', (scritti, campo, codice, frase) => {
    let errore: unknown;
    try {
      conto(scritti);
    } catch (e) {
      errore = e;
    }
    expect(errore).toBeInstanceOf(ErroreDati);
    expect(errore).toMatchObject({ campo, codice });
    expect((errore as ErroreDati).message).toMatch(frase);
  });

  it('but accepts the bounds themselves', () => {
    expect(conto({ oreSettimanali: '168' }).ore.toFixed()).toBe('2184');
    expect(conto({ ore: '2184' }).totale).toBe(227136);
    expect(conto({ oreSettimanali: '24', pagaOraria: '1000,00' }).fascia).toBe(3);
  });
});
