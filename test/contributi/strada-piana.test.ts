import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { calcolaImporti } from '../../src/contributi/importi.ts';
import { norme } from '../../src/norme/norme.ts';
import { dati, type Scritti } from './dati.ts';

/** Hours in hundredths when the integers sufficed; undefined when the case went the long way, with decimals. */
function piana(scritti: Scritti): number | undefined {
  const caso = dati(scritti);
  const breve = calcolaImporti(caso, norme());
  const lunga = calcola(caso, norme());
  expect([breve.totale, breve.quotaLavoratore, breve.settimane, breve.fascia]).toEqual([
    lunga.totale,
    lunga.quotaLavoratore,
    lunga.settimane,
    lunga.fascia,
  ]);
  return typeof breve.ore === 'number' ? breve.ore : undefined;
}

const PAGA = { pagaOraria: '8,00' };

describe('a plain case takes the short road', () => {
  // The fourth quarter of 2020 has 13 Saturdays, from 3 October to 26 December.
  it.each<readonly [Scritti, number]>([
    [{ oreSettimanali: '25' }, 32_500],
    [{ oreSettimanali: '12', ...PAGA }, 15_600],
    [{ oreSettimanali: '12.25', ...PAGA }, 15_925],
    [{ ore: '1', ...PAGA }, 100],
    [{ ore: '325' }, 32_500],
    [{ oreSettimanali: '25', ore: '300' }, 30_000],
    // All the hours there are.
    [{ oreSettimanali: '168' }, 218_400],
    [{ ore: '2184' }, 218_400],
    [{ oreSettimanali: '168', ore: '2184' }, 218_400],
    [{ oreSettimanali: '168', settimane: 1 }, 16_800],
    // Weeks given, the fewest and the most.
    [{ oreSettimanali: '25', settimane: 1 }, 2_500],
    [{ oreSettimanali: '25', settimane: 13 }, 32_500],
    // Hired or ended within the quarter, both, and on one day.
    [{ oreSettimanali: '25', assunzione: '2020-10-04' }, 30_000],
    [{ oreSettimanali: '25', assunzione: '2020-10-03' }, 32_500],
    [{ oreSettimanali: '25', cessazione: '2020-12-19' }, 30_000],
    [{ oreSettimanali: '25', cessazione: '2020-12-20' }, 32_500],
    [{ oreSettimanali: '25', assunzione: '2020-10-18', cessazione: '2020-10-31' }, 5_000],
    [{ oreSettimanali: '25', assunzione: '2020-10-20', cessazione: '2020-10-20' }, 2_500],
    [{ oreSettimanali: '25', assunzione: '2020-10-18', settimane: 4 }, 10_000],
    // The most that may be paid.
    [{ oreSettimanali: '12', pagaOraria: '1000,00' }, 15_600],
    [{ oreSettimanali: '12', pagaMensile: '100000,00' }, 15_600],
    [{ oreSettimanali: '12', pagaOraria: '0,01' }, 15_600],
    [{ oreSettimanali: '12', pagaMensile: '500,00', vitto: 7 }, 15_600],
    [{ oreSettimanali: '25', pagaMensile: '900,00', associazione: 'F2' }, 32_500],
    [{ oreSettimanali: '24', ...PAGA }, 31_200],
    [{ oreSettimanali: '24.01' }, 31_213],
  ])('%j', (scritti, ore) => expect(piana(scritti)).toBe(ore));

  it.each<Scritti>([
    { oreSettimanali: '12.125', ...PAGA },
    { oreSettimanali: '0.5', ...PAGA },
    { ore: '100.001', ...PAGA },
    { oreSettimanali: '12', effettiva: '8,00' },
  ])('%j goes the long way', (scritti) => expect(piana(scritti)).toBeUndefined());
});
