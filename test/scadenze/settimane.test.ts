import { describe, expect, it } from 'vitest';
import { giorniDelleSettimane, settimane, settimaneDelRapporto } from '../../src/scadenze/settimane.ts';
import type { Trimestre } from '../../src/scadenze/trimestre.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { aggiungiGiorni, type Giorno, giornoDellaSettimana } from '../../src/valori/giorno.ts';

const t = parseTrimestre;
const g = (testo: string) => testo as Giorno;

describe('settimane', () => {
  it('are the quarter’s Saturdays: 13 in 4/2020, from 3 October to 26 December', () => {
    const elenco = settimane(t('4/2020'));
    expect(elenco).toHaveLength(13);
    expect(elenco[0]).toEqual({ domenica: '2020-09-27', sabato: '2020-10-03' });
    expect(elenco.at(-1)).toEqual({ domenica: '2020-12-20', sabato: '2020-12-26' });
  });

  it.each([
    ['1/2021', 13],
    ['3/2022', 13],
    // 31 December 2022 is a Saturday, and so is 1 October: 14.
    ['4/2022', 14],
    // 1 January 2023 is a Sunday: the first Saturday is the 7th, the last 25 March.
    ['1/2023', 12],
    ['3/2023', 14],
  ])('%s has %i', (trimestre, quante) => {
    expect(settimane(t(trimestre))).toHaveLength(quante);
  });

  it('follow each other without hole or overlap over twenty years, Sunday to Saturday', () => {
    let attesa = g('2004-12-26');
    for (let anno = 2005; anno <= 2026; anno++) {
      for (const numero of [1, 2, 3, 4] as const) {
        for (const { domenica, sabato } of settimane({ anno, numero } satisfies Trimestre)) {
          expect(domenica).toBe(attesa);
          expect(giornoDellaSettimana(domenica)).toBe(0);
          expect(sabato).toBe(aggiungiGiorni(domenica, 6));
          attesa = aggiungiGiorni(sabato, 1);
        }
      }
    }
  });
});

describe('giorniDelleSettimane', () => {
  it('are seven a week, from the first Sunday to the last Saturday', () => {
    const giorni = giorniDelleSettimane(t('4/2020'));
    expect([giorni.length, giorni[0], giorni[7], giorni.at(-1)]).toEqual([
      91,
      '2020-09-27',
      '2020-10-04',
      '2020-12-26',
    ]);
    expect(giorniDelleSettimane(t('4/2020'))).toBe(giorni);
  });
});

describe('settimaneDelRapporto', () => {
  it('counts the week of hiring even from its Saturday', () => {
    expect(settimaneDelRapporto(t('4/2020'), g('2020-10-31'))[0]?.sabato).toBe('2020-10-31');
    expect(settimaneDelRapporto(t('4/2020'), g('2020-11-01'))[0]?.sabato).toBe('2020-11-07');
  });

  it('counts the week of the end even from its Sunday', () => {
    expect(settimaneDelRapporto(t('4/2020'), undefined, g('2020-11-01')).at(-1)?.sabato).toBe('2020-11-07');
    expect(settimaneDelRapporto(t('4/2020'), undefined, g('2020-10-31')).at(-1)?.sabato).toBe('2020-10-31');
  });

  it('gives the straddling last week to the next quarter: an end on 31/12/2020 leaves one week in 1/2021', () => {
    expect(settimaneDelRapporto(t('4/2020'), undefined, g('2020-12-31'))).toHaveLength(13);
    expect(settimaneDelRapporto(t('1/2021'), undefined, g('2020-12-31'))).toEqual([
      { domenica: '2020-12-27', sabato: '2021-01-02' },
    ]);
  });
});
