import { describe, expect, it } from 'vitest';
import { decimale, euro, inDecimale, ore, oreIntere, settimane } from '../../src/contributi/testo.ts';
import { quanti } from '../../src/valori/italiano.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';

describe('euro', () => {
  it.each([
    [0, '0,00 €'],
    [1, '0,01 €'],
    [33_800, '338,00 €'],
    [-1, '-0,01 €'],
    [-33_800, '-338,00 €'],
  ])('writes %i cents, the first time and the next', (importo, scritto) => {
    expect([euro(centesimi(importo)), euro(centesimi(importo))]).toEqual([scritto, scritto]);
  });

  it.each([
    // Each pair shares a place; the last ones would be one number if they were cut to 32 bits.
    [5, 5 + 8192, '0,05 €', '81,97 €'],
    [2 ** 32 + 5, 5, '42.949.673,01 €', '0,05 €'],
    [2 ** 31, -(2 ** 31), '21.474.836,48 €', '-21.474.836,48 €'],
    [99_999_999_999, 99_999_999_999 - 2 ** 32, '999.999.999,99 €', '957.050.327,03 €'],
  ])('keeps %i and %i apart', (uno, altro, unoScritto, altroScritto) => {
    expect([uno, altro, uno].map((importo) => euro(centesimi(importo)))).toEqual([
      unoScritto,
      altroScritto,
      unoScritto,
    ]);
  });
});

describe('numbers of things', () => {
  it.each([
    [ore(new Decimale(1)), '1 ora'],
    [ore(new Decimale('24.5')), '24,5 ore'],
    [oreIntere(1), '1 ora'],
    [oreIntere(0), '0 ore'],
    [settimane(1), '1 settimana'],
    [settimane(13), '13 settimane'],
    [quanti(1, 'notte', 'notti'), '1 notte'],
    [quanti(3, 'notte', 'notti'), '3 notti'],
    [decimale(new Decimale(2).dividedBy(3)), '0,666667'],
    [decimale(new Decimale('1.5')), '1,5'],
  ])('%s', (scritto, atteso) => expect(scritto).toBe(atteso));

  it('whole hours are decimals, kept up to all those of a quarter: 168 in each of 14 weeks', () => {
    for (const numero of [0, 1, 2351, 2352, 2353, 100_000]) {
      expect(inDecimale(numero).toNumber()).toBe(numero);
      expect(inDecimale(numero) === inDecimale(numero)).toBe(numero <= 168 * 14);
    }
  });
});
