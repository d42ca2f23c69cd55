import { describe, expect, it } from 'vitest';
import { avvertenze } from '../../src/contributi/avvertenze.ts';
import { calcola } from '../../src/contributi/calcola.ts';
import { contestoTrimestre } from '../../src/contributi/contesto-trimestre.ts';
import { daDecimale, oreDelTrimestre, superano, testo } from '../../src/contributi/ore.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { dati, type Scritti } from './dati.ts';
import { rifiuto } from './rifiuto.ts';

const frasi = (scritti: Scritti) => calcola(dati(scritti), norme()).avvertenze;
const rifiutati = (scritti: Scritti) => rifiuto(() => calcola(dati(scritti), norme()));
const nessuna = (scritti: Scritti, parole: RegExp) => frasi(scritti).filter((frase) => parole.test(frase));

describe('a number of hours', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['9999999', 9_999_999],
    ['10000000', 10_000_000],
    ['99999999999999', 99_999_999_999_999],
    ['999999999999999', 999_999_999_999_999],
    ['1000000000000000', -1],
    ['12.5', -1],
    ['0.5', -1],
    ['-3', -1],
    ['-10000000', -1],
    ['NaN', -1],
  ])('%s is as a whole number %i', (scritto, intere) => {
    expect(daDecimale(new Decimale(scritto)).intere).toBe(intere);
  });

  it('is more than a limit only beyond it, whole or not', () => {
    const piu = (ore: string) => superano(daDecimale(new Decimale(ore)), 24);
    expect([piu('23.99'), piu('24'), piu('24.01'), piu('25'), superano(daDecimale(new Decimale(0)), 0)]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['0', '0 ore'],
    ['1', '1 ora'],
    ['24.5', '24,5 ore'],
  ])('%s is written %s', (ore, scritte) => expect(testo(daDecimale(new Decimale(ore)))).toBe(scritte));
});

describe('the limits of hours', () => {
  it.each<readonly [Scritti, string, string]>([
    [
      { ore: '2185' },
      'ore del trimestre: «2185» non va bene; indicare un numero maggiore di zero e non oltre 2184, tutte le ore di 13 settimane.',
      'ore',
    ],
    [
      { ore: '2184.01' },
      'ore del trimestre: «2184.01» non va bene; indicare un numero maggiore di zero e non oltre 2184, tutte le ore di 13 settimane.',
      'ore',
    ],
    [
      { oreSettimanali: '168.5' },
      'ore settimanali: «168.5» non va bene; indicare un numero maggiore di zero e non oltre 168, tutte le ore di una settimana.',
      'oreSettimanali',
    ],
    [
      { oreSettimanali: '-0.5' },
      'ore settimanali: «-0.5» non va bene; indicare un numero maggiore di zero e non oltre 168, tutte le ore di una settimana.',
      'oreSettimanali',
    ],
    [
      { ore: '0' },
      'ore del trimestre: «0» non va bene; senza ore retribuite non c’è nulla da versare, e all’INPS si comunica la sospensione dell’obbligo contributivo.',
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
  const fuori = (campo: string) =>
    `Nel trimestre 4/2020 il rapporto non ha settimane: controllare la data di ${campo}.`;

  it.each<readonly [Scritti, string, string, string]>([
    [{ assunzione: '2021-01-01' }, 'rapporto-fuori-dal-trimestre', fuori('assunzione'), 'assunzione'],
    [{ cessazione: '2020-09-26' }, 'rapporto-fuori-dal-trimestre', fuori('cessazione'), 'cessazione'],
    [
      { assunzione: '2020-12-27', cessazione: '2020-12-31' },
      'rapporto-fuori-dal-trimestre',
      fuori('assunzione'),
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
    const ore = oreDelTrimestre(
      dati({ oreSettimanali: '25', assunzione: '2020-10-20', cessazione: '2020-10-20' }),
      contestoTrimestre({ anno: 2020, numero: 4 }, norme()),
    );
    expect(ore.settimane).toBe(1);
  });

  it('that begins with its first week, or ends with its last, needs no word', () => {
    // 27 September 2020 is the Sunday before the first Saturday, 26 December the last Saturday.
    expect(nessuna({ oreSettimanali: '25', assunzione: '2020-09-27' }, /comincia/)).toEqual([]);
    expect(nessuna({ oreSettimanali: '25', assunzione: '2020-09-28' }, /comincia/)).toEqual([
      'Il rapporto comincia il 28/09/2020: la prima settimana è contata per intero, come fa l’INPS. Se le ore sono state meno, indicare quelle di tutto il trimestre.',
    ]);
    expect(nessuna({ oreSettimanali: '25', cessazione: '2020-12-26' }, /finisce/)).toEqual([]);
    expect(nessuna({ oreSettimanali: '25', cessazione: '2020-12-25' }, /finisce/)).toEqual([
      'Il rapporto finisce il 25/12/2020: l’ultima settimana è contata per intero. Se le ore sono state meno, o restano ferie da pagare, indicare le ore di tutto il trimestre.',
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
    const contesto = contestoTrimestre({ anno: 2020, numero: 4 }, norme());
    const senza = { esatte: new Decimale(0), intere: 0 };
    const ore = { settimane: 13, totali: senza, settimanali: senza, divisore: 1, media: false, oltre24: false };
    expect(avvertenze(dati({}), contesto, ore, null, contesto.tariffa(4, false, false))).toEqual([
      'La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
    ]);
    expect(nessuna({ ore: '325.5' }, /hanno una frazione/)).toHaveLength(1);
    expect(nessuna({ ore: '325' }, /hanno una frazione/)).toEqual([]);
  });
});
