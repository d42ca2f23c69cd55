import { describe, expect, it } from 'vitest';
import {
  aggiungiGiorni,
  aggiungiMesi,
  formatGiornoItaliano,
  type Giorno,
  giorno,
  giornoDellaSettimana,
  giornoInItalia,
  giorniTra,
  parseGiorno,
  partiDelGiorno,
} from '../../src/valori/giorno.ts';

const g = (testo: string) => testo as Giorno;

describe('parseGiorno', () => {
  it.each([
    ['2021-01-11', '2021-01-11'],
    ['11/01/2021', '2021-01-11'],
    ['1/2/2021', '2021-02-01'],
    [' 29/02/2020 ', '2020-02-29'],
  ])('reads «%s»', (testo, atteso) => expect(parseGiorno(testo)).toBe(atteso));

  it.each(['2021-02-29', '31/04/2021', '2021-1-1', '11-01-2021', '11/01/21', 'oggi', '', '2021-13-01'])(
    'refuses «%s»',
    (testo) => {
      expect(() => parseGiorno(testo, 'assunzione')).toThrow('non è una data; scrivere gg/mm/aaaa');
      expect(() => parseGiorno(testo, 'assunzione')).toThrow(expect.objectContaining({ campo: 'assunzione' }) as Error);
    },
  );
});

describe('calendar arithmetic', () => {
  it('crosses months, years and the changes of the hour', () => {
    expect(aggiungiGiorni(g('2020-12-31'), 1)).toBe('2021-01-01');
    expect(aggiungiGiorni(g('2020-03-01'), -1)).toBe('2020-02-29');
    expect(aggiungiGiorni(g('2021-03-27'), 2)).toBe('2021-03-29');
    expect(aggiungiGiorni(g('2021-10-30'), 2)).toBe('2021-11-01');
    expect(giorniTra(g('2021-03-27'), g('2021-03-29'))).toBe(2);
    expect(giorniTra(g('2021-03-29'), g('2021-03-27'))).toBe(-2);
  });

  it('adds months, to the last day of a shorter one', () => {
    expect([
      aggiungiMesi(g('2020-01-31'), 1),
      aggiungiMesi(g('2021-01-31'), 1),
      aggiungiMesi(g('2020-11-30'), 12),
    ]).toEqual(['2020-02-29', '2021-02-28', '2021-11-30']);
  });

  it('knows the days of the week: 10 January 2021 was a Sunday, the 9th a Saturday', () => {
    expect([giornoDellaSettimana(g('2021-01-10')), giornoDellaSettimana(g('2021-01-09'))]).toEqual([0, 6]);
  });

  it('takes a day apart, and puts it together', () => {
    expect(partiDelGiorno(g('2021-01-09'))).toEqual({ anno: 2021, mese: 1, delMese: 9 });
    expect(giorno(2021, 1, 9)).toBe('2021-01-09');
    expect(() => giorno(2021, 2, 30)).toThrow(RangeError);
    expect(formatGiornoItaliano(g('2021-01-09'))).toBe('09/01/2021');
  });

  it('asks Italy which day it is: at 23:30 UTC of 31 December it is already January (AB-47)', () => {
    expect(giornoInItalia(new Date('2020-12-31T23:30:00Z'))).toBe('2021-01-01');
    expect(giornoInItalia(new Date('2020-12-31T22:30:00Z'))).toBe('2020-12-31');
    expect(giornoInItalia(new Date('2021-06-30T22:30:00Z'))).toBe('2021-07-01');
  });
});
