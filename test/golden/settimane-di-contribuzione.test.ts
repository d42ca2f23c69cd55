import { describe, expect, it } from 'vitest';
import { settimane, settimaneDelRapporto } from '../../src/scadenze/settimane.ts';
import { formatTrimestre, parseTrimestre, type Trimestre } from '../../src/scadenze/trimestre.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

const trimestri = Array.from({ length: 22 * 4 }, (_, n): Trimestre => {
  return { anno: 2005 + Math.floor(n / 4), numero: ((n % 4) + 1) as Trimestre['numero'] };
});

/** Saturdays of a quarter by the calendar of the machine, in UTC. */
function sabati({ anno, numero }: Trimestre): number {
  let conta = 0;
  for (let giorno = new Date(Date.UTC(anno, numero * 3 - 3, 1)); giorno < new Date(Date.UTC(anno, numero * 3, 1));) {
    if (giorno.getUTCDay() === 6) conta += 1;
    giorno = new Date(giorno.getTime() + 86_400_000);
  }
  return conta;
}

describe('contribution weeks (webcolf.com, namirial.it, paserio.it: a week is of the quarter of its Saturday)', () => {
  it('are as many as the Saturdays of each quarter of 2005-2026', () => {
    expect(trimestri.map((trimestre) => settimane(trimestre).length)).toEqual(trimestri.map(sabati));
  });

  it('are 12, 13 or 14, where INPS’s simulator asks «13 o 14»', () => {
    const con = (quante: number) =>
      trimestri.filter((trimestre) => settimane(trimestre).length === quante).map(formatTrimestre);
    expect(con(12)).toEqual(['1/2006', '1/2017', '1/2023']);
    expect(con(14)).toEqual(['4/2005', '3/2006', '4/2011', '4/2016', '3/2017', '4/2022', '3/2023']);
    expect(con(13)).toHaveLength(88 - 3 - 7);
  });

  it('go from the last Sunday of the month before to the last Saturday of the quarter', () => {
    const elenco = settimane(parseTrimestre('4/2020'));
    expect([elenco[0]?.domenica, elenco.at(-1)?.sabato, elenco.length]).toEqual(['2020-09-27', '2020-12-26', 13]);
  });

  it('count the week of who is hired on its Saturday (webcolf.com/forum 1805)', () => {
    expect(settimaneDelRapporto(parseTrimestre('4/2020'), '2020-10-31' as Giorno)).toHaveLength(9);
  });

  it('of an end on 31 December in a straddling week leave one to the next quarter', () => {
    const fine = '2020-12-31' as Giorno;
    expect(settimaneDelRapporto(parseTrimestre('4/2020'), undefined, fine)).toHaveLength(13);
    expect(settimaneDelRapporto(parseTrimestre('1/2021'), undefined, fine)).toHaveLength(1);
  });
});
