import { expect, it } from 'vitest';
import { calcola, calcolaTrimestre } from '../../src/contributi/calcola.ts';
import { parseDatiCalcolo } from '../../src/contributi/parse-dati.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { settimaneAccreditate } from '../../src/contributi/settimane-accreditate.ts';
import { norme } from '../../src/norme/norme.ts';
import { settimane } from '../../src/scadenze/settimane.ts';

// DPR 1403/1971 art. 10: at least 24 hours a week on the average, every week; else the hours / 24, rounded up.

it('80 hours in a quarter give 4 weeks (studioperalta): 80 / 24 = 3.33', () => {
  const dati = parseDatiCalcolo({ trimestre: '1/2026', ore: '80', pagaOraria: '8' });
  expect(calcola(dati, norme()).settimaneAccreditate).toBe(4);
});

it('260 hours in 13 weeks, 20 a week, give 11: 260 / 24 = 10.83', () => {
  const calcolo = calcola(parseDatiCalcolo({ trimestre: '4/2026', oreSettimanali: '20', pagaOraria: '8' }), norme());
  expect([calcolo.ore.toNumber(), calcolo.settimaneAccreditate]).toEqual([260, 11]);
});

it('162.5 hours give 7, not 13: 162.5 / 24 = 6.77', () => {
  const calcolo = calcola(parseDatiCalcolo({ trimestre: '1/2025', oreSettimanali: '12,5', pagaOraria: '7' }), norme());
  expect(calcolo.settimaneAccreditate).toBe(7);
  expect(calcolo.passi.at(-1)).toMatchObject({ formula: '163 ore / 24, per eccesso', risultato: '7 settimane' });
});

it('24 hours a week give every week, and never more than those paid', () => {
  const { criteri } = norme().criteri;
  expect(settimaneAccreditate(31200, 13, criteri)).toBe(13);
  expect(settimaneAccreditate(31100, 13, criteri)).toBe(13); // 311 / 24 = 12.96
  expect(settimaneAccreditate(28800, 13, criteri)).toBe(12);
  expect(settimaneAccreditate(70200, 13, criteri)).toBe(13);
});

it('looks at the whole quarter where it gives two bollettini: 6 × 20 + 7 × 30 = 330 hours, 25.4 a week, 13 weeks', () => {
  const situazione = parseSituazione({
    trimestre: '1/2026',
    condizioni: [{ dal: '2026-01-01', oreSettimanali: '30', paga: { tipo: 'oraria', importo: '8' } }],
    ore: {
      tipo: 'settimane',
      settimane: settimane({ anno: 2026, numero: 1 }).map(({ sabato }, n) => ({ sabato, ore: n < 6 ? '20' : '30' })),
    },
  });
  const calcoli = calcolaTrimestre(situazione, norme());
  expect(calcoli.map((calcolo) => [calcolo.settimane, calcolo.settimaneAccreditate])).toEqual([
    [6, 13],
    [7, 13],
  ]);
});
