import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { calcolaImporti, type ImportiCalcolo } from '../../src/contributi/importi.ts';
import { type Norme, norme } from '../../src/norme/norme.ts';
import { dati, type Scritti } from './dati.ts';
import { rifiuto } from './rifiuto.ts';

describe('figures alone refuse what explained ones refuse, in the same words', () => {
  it.each<readonly [Scritti, string]>([
    // An end the day before the beginning, in one week: no week is missing, the dates are wrong.
    [{ oreSettimanali: '25', assunzione: '2020-10-21', cessazione: '2020-10-20' }, 'cessazione'],
    [{ oreSettimanali: '25', ore: '0' }, 'ore'],
    [{ oreSettimanali: '25', ore: '-300' }, 'ore'],
    [{ oreSettimanali: '25', ore: '10000000' }, 'ore'],
    [{ oreSettimanali: '25', ore: '1000000' }, 'ore'],
    [{ oreSettimanali: '25', ore: 'Infinity' }, 'ore'],
    [{ oreSettimanali: '25', ore: 'NaN' }, 'ore'],
    [{ oreSettimanali: '0', ore: '300', pagaOraria: '8,00' }, 'oreSettimanali'],
    [{ oreSettimanali: '-25' }, 'oreSettimanali'],
    [{ oreSettimanali: '25', settimane: 1.5 }, 'settimane'],
    [{ oreSettimanali: '25', settimane: 0 }, 'settimane'],
    [{ oreSettimanali: '25', settimane: 14 }, 'settimane'],
    // Above 24 hours the pay moves no cent, yet one that cannot be is a slip of the pen.
    [{ oreSettimanali: '25', pagaOraria: '0,00' }, 'pagaOraria'],
    [{ oreSettimanali: '25', pagaOraria: '1000,01' }, 'pagaOraria'],
    [{ oreSettimanali: '25', effettiva: '1000,01' }, 'retribuzioneOrariaEffettiva'],
    [{ oreSettimanali: '25', pagaOraria: '8,00', effettiva: '0,00' }, 'retribuzioneOrariaEffettiva'],
    [{ oreSettimanali: '25', pagaOraria: '8,00', vitto: 8 }, 'vittoAlloggioGiorni'],
    [{ oreSettimanali: '12', ore: '100' }, 'pagaOraria'],
  ])('%j', (scritti, campo) => {
    const breve = rifiuto(() => calcolaImporti(dati(scritti), norme()));
    expect(breve).toEqual(rifiuto(() => calcola(dati(scritti), norme())));
    expect(breve[2]).toBe(campo);
  });
});

describe('what integers cannot hold is worked out in decimals', () => {
  const stessi = (scritti: Scritti, regole: Norme = norme()) => {
    const caso = dati(scritti);
    const [breve] = calcolaImporti(caso, regole) as [ImportiCalcolo];
    const lunga = calcola(caso, regole);
    expect([breve.totale, breve.quotaLavoratore, breve.fascia]).toEqual([
      lunga.totale,
      lunga.quotaLavoratore,
      lunga.fascia,
    ]);
    return breve;
  };

  it.each([
    ['0.0000001', 100],
    ['0.00000000000001', 100],
    ['300.00000001', 30_100],
    ['12.3400000001', 1300],
  ])('%s hours, up to a whole one', (ore, centesimiDiOra) => {
    expect(stessi({ oreSettimanali: '25', ore }).ore).toBe(centesimiDiOra);
  });

  it('a pay already worked out, which the agreed one does not change', () => {
    expect(stessi({ oreSettimanali: '12', pagaOraria: '5,00', effettiva: '12,00' }).fascia).toBe(3);
  });

  it('a value of board finer than a thousandth of a euro', () => {
    const vere = norme();
    const regole: Norme = {
      ...vere,
      tabella: (anno) => ({ ...vere.tabella(anno), vittoAlloggio: { totale: '5.6125', fontiViste: 1 } }),
    };
    // 5.00 + 5.6125 × 7 / 24 = 6.6370 €, × 13/12 = 7.19 €: the first band of 2020, up to 8.10 €.
    expect(stessi({ oreSettimanali: '24', pagaOraria: '5,00', vitto: 7 }, regole).fascia).toBe(1);
  });
});
