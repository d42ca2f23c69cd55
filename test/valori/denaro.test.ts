import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centesimi, formatEuro, formatEuroItaliano, parseEuro, somma } from '../../src/valori/denaro.ts';

describe('parseEuro', () => {
  it.each([
    ['338', 33800],
    ['338,00', 33800],
    ['338.00', 33800],
    ['338,5', 33850],
    ['338.5', 33850],
    [' 0,01 ', 1],
    ['1.234,56', 123456],
    ['1.234.567,8', 123456780],
    ['1234,56', 123456],
    ['999999999,99', 99_999_999_999],
  ])('reads «%s» as %i cents', (testo, attesi) => expect(parseEuro(testo)).toBe(attesi));

  // 1.234 may mean 1,23 or 1234: a person must say which.
  it.each(['1.234', '', 'otto', '-1', '1,234', '1.23,4', '1,2,3', '8 €', '1e3', '12.34.5', '1234567890'])(
    'refuses «%s»',
    (testo) => {
      expect(() => parseEuro(testo, 'pagaOraria')).toThrow('non è un importo in euro; scrivere per esempio 338,00');
      expect(() => parseEuro(testo, 'pagaOraria')).toThrow(expect.objectContaining({ campo: 'pagaOraria' }) as Error);
    },
  );
});

describe('writing amounts', () => {
  it.each([
    [0, '0.00', '0,00'],
    [5, '0.05', '0,05'],
    [33800, '338.00', '338,00'],
    [99999, '999.99', '999,99'],
    [100000, '1000.00', '1.000,00'],
    [123456789, '1234567.89', '1.234.567,89'],
    [-123456, '-1234.56', '-1.234,56'],
    [-5, '-0.05', '-0,05'],
  ])('%i is %s and %s', (cents, macchina, persona) => {
    expect(formatEuro(centesimi(cents))).toBe(macchina);
    expect(formatEuroItaliano(centesimi(cents))).toBe(persona);
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        expect(parseEuro(formatEuro(centesimi(cents)))).toBe(cents);
        expect(parseEuro(formatEuroItaliano(centesimi(cents)))).toBe(cents);
      }),
    );
  });
});

describe('centesimi', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (valore) => {
    expect(() => centesimi(valore)).toThrow(RangeError);
  });
  it('adds exactly', () => expect(somma([1, 2, 3].map(centesimi))).toBe(6));
});
