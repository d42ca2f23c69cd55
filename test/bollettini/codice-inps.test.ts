import { describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { buildCodiceInps, prefissoCodiceInps } from '../../src/bollettini/codice-inps.ts';

describe('codice INPS', () => {
  it('is the one of the real row: 991097845 · 20 · 4 · 027', () => {
    const prefisso = prefissoCodiceInps(parseCodiceRapporto('99109784511'), { anno: 2020, numero: 4 });
    expect(prefisso).toBe('991097845204');
    expect(buildCodiceInps(prefisso, 27)).toBe('991097845204027');
  });

  it('has fifteen digits for a code of ten too, and ends at 999', () => {
    const prefisso = prefissoCodiceInps(parseCodiceRapporto('2100005123'), { anno: 2009, numero: 1 });
    expect(buildCodiceInps(prefisso, 1)).toBe('210000512091001');
    expect(() => buildCodiceInps(prefisso, 1_000)).toThrow(/999/);
  });
});
