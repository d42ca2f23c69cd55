import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { festivo, pasqua } from '../../src/scadenze/festivi.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

describe('pasqua', () => {
  // Published dates of Easter Sunday, the two extremes of the computus among them.
  it.each([
    '2005-03-27',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2020-04-12',
    '2023-04-09',
    '2024-03-31',
    '2026-04-05',
    '2038-04-25',
    '1818-03-22',
    // Years in which a wrong sign in one term of the computus gives another Sunday, and in few others.
    '2021-04-04',
    '2025-04-20',
    '1970-03-29',
    '1974-04-14',
    '2014-04-20',
    '1981-04-19',
  ])('%s', (giorno) => expect(pasqua(Number(giorno.slice(0, 4)))).toBe(giorno));
});

describe('festivo', () => {
  const nome = (giorno: string) => festivo(giorno as Giorno, norme());

  it.each([
    ['2021-01-01', 'Capodanno'],
    ['2021-01-06', 'Epifania'],
    ['2023-04-10', 'Lunedì dell’Angelo'],
    ['2023-04-25', 'Anniversario della Liberazione'],
    ['2023-05-01', 'Festa del lavoro'],
    ['2023-06-02', 'Festa della Repubblica'],
    ['2023-08-15', 'Assunzione'],
    ['2023-11-01', 'Ognissanti'],
    ['2023-12-08', 'Immacolata Concezione'],
    ['2023-12-25', 'Natale'],
    ['2023-12-26', 'Santo Stefano'],
    ['2021-01-10', 'domenica'],
    ['2023-04-09', 'domenica'],
  ])('%s is %s', (giorno, atteso) => expect(nome(giorno)).toBe(atteso));

  it('does not count Saturdays or plain days', () => {
    expect(nome('2020-10-10')).toBeNull();
    expect(nome('2020-10-09')).toBeNull();
  });

  it('knows St Francis from 2026 only, and 17 March only in 2011', () => {
    expect(nome('2025-10-04')).toBeNull();
    expect(nome('2027-10-04')).toBe('San Francesco d’Assisi');
    expect([nome('2010-03-17'), nome('2011-03-17'), nome('2012-03-17')]).toEqual([
      null,
      '150° anniversario dell’Unità d’Italia',
      null,
    ]);
  });
});
