import { describe, expect, it } from 'vitest';
import { italiano } from '../../src/valori/italiano.ts';
import { calcola } from '../../src/contributi/calcola.ts';
import { contestoTrimestre } from '../../src/contributi/contesto-trimestre.ts';
import { testoOre } from '../../src/contributi/ore.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { leggiOre } from '../../src/valori/ore.ts';
import { dati, type Scritti } from './dati.ts';
import { rifiuto } from './rifiuto.ts';

const frasi = (scritti: Scritti) => calcola(dati(scritti), norme()).avvertenze;
const rifiutati = (scritti: Scritti) => rifiuto(() => calcola(dati(scritti), norme()));
const nessuna = (scritti: Scritti, parole: RegExp) => frasi(scritti).filter((frase) => parole.test(frase));

describe('a number of hours', () => {
  it.each([
    ['0', '0 ore'],
    ['1', '1 ora'],
    ['24.5', '24,5 ore'],
  ])('%s is written %s', (ore, scritte) => expect(testoOre(leggiOre(new Decimale(ore)))).toBe(scritte));
});

describe('the limits of hours', () => {
  it.each<readonly [Scritti, string, string]>([
    [
      { ore: '2185' },
      'ore: «2185» non va bene; indicare un numero maggiore di zero e non oltre 2184, tutte le ore di 13 settimane.',
      'ore',
    ],
    [
      { ore: '2184.01' },
      'ore: «2184.01» non va bene; indicare un numero maggiore di zero e non oltre 2184, tutte le ore di 13 settimane.',
      'ore',
    ],
    [
      { oreSettimanali: '168.5' },
      'oreSettimanali: «168.5» non va bene; indicare un numero maggiore di zero e non oltre 168, tutte le ore di una settimana.',
      'oreSettimanali',
    ],
    [
      { oreSettimanali: '-0.5' },
      'oreSettimanali: «-0.5» non va bene; indicare un numero maggiore di zero e non oltre 168, tutte le ore di una settimana.',
      'oreSettimanali',
    ],
    [
      { ore: '0' },
      'ore: «0» non va bene; senza ore retribuite non c’è nulla da versare. Se il rapporto è sospeso per maternità, permesso personale non retribuito, malattia o infortunio oltre i giorni pagati, si comunica all’INPS la «Sospensione obbligo contributivo» (messaggio 1643/2016).',
      'ore',
    ],
  ])('%j', (scritti, messaggio, campo) => {
    expect(rifiutati({ pagaOraria: '8', ...scritti })).toEqual(['ore-non-valide', messaggio, campo]);
  });

  it('are within reach', () => {
    for (const scritti of [
      { ore: '2184' },
      { ore: '2183.99' },
      { oreSettimanali: '168' },
      { oreSettimanali: '0.01' },
    ]) {
      expect(calcola(dati({ pagaOraria: '8', ...scritti }), norme()).settimane).toBe(13);
    }
  });
});

describe('the days of a rapporto', () => {
  const fuori = (chi: string, giorno: string, suo: string) =>
    italiano`Nel trimestre 4/2020 il rapporto non ha settimane da pagare: ${chi} il ${giorno}, in una settimana che è del trimestre ${suo} ` +
    italiano`(quello del suo sabato). Le sue ore vanno nel ${suo}.`;

  it.each<readonly [Scritti, string, string, string]>([
    [
      { assunzione: '2021-01-01' },
      'rapporto-fuori-dal-trimestre',
      fuori('comincia', '01/01/2021', '1/2021'),
      'assunzione',
    ],
    [
      { cessazione: '2020-09-26' },
      'rapporto-fuori-dal-trimestre',
      fuori('finisce', '26/09/2020', '3/2020'),
      'cessazione',
    ],
    [
      { assunzione: '2020-12-27', cessazione: '2020-12-31' },
      'rapporto-fuori-dal-trimestre',
      fuori('comincia', '27/12/2020', '1/2021'),
      'assunzione',
    ],
    [
      { assunzione: '2020-10-21', cessazione: '2020-10-20' },
      'cessazione-prima-di-assunzione',
      'La cessazione (20/10/2020) viene prima dell’assunzione (21/10/2020): correggere una delle due date.',
      'cessazione',
    ],
  ])('%j is refused', (scritti, codice, messaggio, campo) => {
    expect(rifiutati({ oreSettimanali: '25', ...scritti })).toEqual([codice, messaggio, campo]);
  });

  it('hired and ended on one day is a week', () => {
    const ore = calcola(dati({ oreSettimanali: '25', assunzione: '2020-10-20', cessazione: '2020-10-20' }), norme());
    expect(ore.settimane).toBe(1);
  });

  it('that begins with its first week, or ends with its last, needs no word', () => {
    // 27 September 2020 is the Sunday before the first Saturday, 26 December the last Saturday.
    expect(nessuna({ oreSettimanali: '25', assunzione: '2020-09-27' }, /comincia/)).toEqual([]);
    expect(nessuna({ oreSettimanali: '25', assunzione: '2020-09-28' }, /comincia/)).toEqual([
      'Il rapporto comincia il 28/09/2020: la prima settimana è contata per intero, come nell’avviso proposto dall’INPS. Se le ore sono state meno, indicare le ore di tutto il trimestre.',
    ]);
    expect(nessuna({ oreSettimanali: '25', cessazione: '2020-12-26' }, /finisce/)).toEqual([]);
    expect(nessuna({ oreSettimanali: '25', cessazione: '2020-12-25' }, /finisce/)).toEqual([
      'Il rapporto finisce il 25/12/2020: l’ultima settimana è contata per intero, come nell’avviso proposto dall’INPS. Se le ore sono state meno, o restano ferie da pagare, indicare le ore di tutto il trimestre. Contando solo i giorni del rapporto, da lunedì a sabato, l’importo dipende dalla paga: indicarla.',
    ]);
    const conOre = { oreSettimanali: '25', ore: '300', assunzione: '2020-10-20', cessazione: '2020-12-25' };
    expect(nessuna(conOre, /comincia|finisce/)).toEqual([]);
  });

  it('weeks that are not paid are told, all of them are not', () => {
    expect(nessuna({ oreSettimanali: '25', settimane: 13 }, /Si pag|pagano/)).toEqual([]);
    expect(nessuna({ oreSettimanali: '25', settimane: 12 }, /pagano/)).toHaveLength(1);
    expect(nessuna({ oreSettimanali: '25', settimane: 1 }, /Si paga 1 settimana su 13/)).toHaveLength(1);
    expect(nessuna({ oreSettimanali: '25', assunzione: '2020-10-04' }, /Si pag/)).toEqual([]);
  });

  it('that ends with the quarter is due with the quarter; a day before, within ten days', () => {
    const scade = (cessazione: string) =>
      calcola(dati({ oreSettimanali: '25', cessazione }), norme()).scadenza.scadenza;
    expect([scade('2021-01-01'), scade('2020-12-31'), scade('2020-12-30')]).toEqual([
      '2021-01-11',
      '2021-01-11',
      '2021-01-11',
    ]);
    expect(scade('2020-12-01')).toBe('2020-12-11');
  });
});

describe('the warnings about hours and pay', () => {
  it('a pay near a limit is told only up to 24 hours', () => {
    const { tabella } = contestoTrimestre({ anno: 2020, numero: 4 }, norme());
    const limite = ((tabella.fasce[0].finoA ?? 0) / 100).toFixed(2).replace('.', ',');
    expect(nessuna({ oreSettimanali: '24', effettiva: limite }, /vicina al limite/)).toHaveLength(1);
    expect(nessuna({ oreSettimanali: '25', effettiva: limite }, /vicina al limite/)).toEqual([]);
  });

  it('hours with a fraction are told, whole ones and none are not', () => {
    const esatte = calcola({ ...dati({ ore: '325.5' }), oreInParti: 'esatte' }, norme()).avvertenze;
    expect(esatte.filter((frase) => /hanno una frazione/.test(frase))).toHaveLength(1);
    expect(nessuna({ ore: '325.5' }, /hanno una frazione/)).toEqual([]);
    expect(nessuna({ ore: '325' }, /hanno una frazione/)).toEqual([]);
  });
});
