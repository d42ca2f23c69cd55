import { describe, expect, it } from 'vitest';
import { fonteUnica } from '../../src/valori/fonte-unica.ts';

describe('fonteUnica', () => {
  const una = { titolo: 'prima', certezza: 'vista', url: 'https://esempio.it/1' } as const;
  const altra = { titolo: 'seconda', certezza: 'vista' } as const;

  it('gives back one source as it is', () => expect(fonteUnica([una])).toBe(una));

  it('puts titles together, with the first address there is', () => {
    expect(fonteUnica([altra, una])).toEqual({
      titolo: 'seconda; prima',
      url: 'https://esempio.it/1',
      certezza: 'vista',
    });
    expect(fonteUnica([altra, altra])).toStrictEqual({ titolo: 'seconda', certezza: 'vista' });
  });

  it.each(['calcolata', 'a-memoria', 'fonti-discordi'] as const)('is as sure as the least sure: %s', (certezza) => {
    expect(fonteUnica([una, { titolo: 'terza', certezza }]).certezza).toBe(certezza);
  });

  it('puts disagreement before memory, and memory before reckoning', () => {
    const certezze = (...quali: ('calcolata' | 'a-memoria' | 'fonti-discordi')[]) =>
      fonteUnica(quali.map((certezza) => ({ titolo: 'una', certezza }))).certezza;
    expect(certezze('calcolata', 'a-memoria')).toBe('a-memoria');
    expect(certezze('a-memoria', 'fonti-discordi', 'calcolata')).toBe('fonti-discordi');
  });

  it('of none says that nobody has seen any', () => {
    expect(fonteUnica([])).toEqual({ titolo: 'nessuna fonte indicata', certezza: 'a-memoria' });
  });
});
