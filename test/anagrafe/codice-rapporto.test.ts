import { describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';

describe('parseCodiceRapporto', () => {
  it.each([
    ['99109784511', '99109784511'],
    ['9910978451', '9910978451'],
    [' 991 097 845.11 ', '99109784511'],
    ['0000000001', '0000000001'],
  ])('%s → %s', (testo, codice) => {
    expect(parseCodiceRapporto(testo)).toBe(codice);
  });

  it.each(['', '991097845', '991097845110', '9910978451A', '٣٣٣٣٣٣٣٣٣٣', '1'.repeat(100_000)])(
    '%s is refused',
    (testo) => {
      expect(() => parseCodiceRapporto(testo, 'rapporto')).toThrow(/^rapporto: servono le 10 o 11 cifre/);
    },
  );
});
