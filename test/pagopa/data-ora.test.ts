import { describe, expect, it } from 'vitest';
import { dataOraItaliana, giornoXsd, inOraItaliana, istanteItaliano, parseIstante } from '../../src/pagopa/data-ora.ts';

describe('an instant that a person writes', () => {
  it.each([
    ['01/01/2026', '2025-12-31T23:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01T10:30', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01T10:30Z', '2026-07-01T10:30:00.000Z'],
    ['2026-01-01T10:30:15+02:00', '2026-01-01T08:30:15.000Z'],
  ])('%s is %s', (testo, istante) => {
    expect(parseIstante(testo, '--dal').toISOString()).toBe(istante);
  });

  it.each(['ieri', '31/11/2026', '2026-13-01T10:00', '2026-01-01T25:00:00', ''])('«%s» is refused by name', (testo) => {
    expect(() => parseIstante(testo, '--dal')).toThrow(/^--dal: /);
  });
});

describe('a date and time of a message', () => {
  it.each([
    ['2026-07-01T23:30:00Z', '2026-07-02T01:30:00'],
    ['2025-12-31T23:30:00Z', '2026-01-01T00:30:00'],
    ['2026-07-01T23:30:00+02:00', '2026-07-01T23:30:00'],
    ['2026-07-01T01:30:00+09:00', '2026-06-30T18:30:00'],
    ['2026-01-31T20:30:00.250-05:00', '2026-02-01T02:30:00'],
  ])('%s is %s on Italian clocks', (testo, italiana) => {
    expect(inOraItaliana(testo)).toBe(italiana);
    expect(dataOraItaliana(istanteItaliano(testo))).toBe(italiana);
  });

  it('without a zone is Italian already', () => {
    expect(inOraItaliana(' 2025-12-31T15:00:00 ')).toBe('2025-12-31T15:00:00');
    expect(inOraItaliana('2025-12-31T15:00:00.999')).toBe('2025-12-31T15:00:00');
    // Midnight may be written as the end of a day.
    expect(inOraItaliana('2025-12-31T24:00:00')).toBe('2026-01-01T00:00:00');
  });

  it('that no calendar knows is none', () => {
    for (const testo of ['', '12026-01-01T10:00:00', '2026-13-01T10:00:00Z'])
      expect(inOraItaliana(testo)).toBeUndefined();
  });
});

it('a day keeps its number, whatever zone it bears', () => {
  expect(['2026-07-01', '2026-07-01Z', '2026-07-01+14:00', ' 2026-07-01-05:00 '].map(giornoXsd)).toEqual(
    Array.from({ length: 4 }, () => '2026-07-01'),
  );
  expect(['2026-02-30', '12026-01-01', '', '2026-07-01T10:00:00'].map(giornoXsd)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
