import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RememberingReader } from '../../../src/lotti/righe/cell-reader.ts';

describe('RememberingReader', () => {
  it('gives each text its own value, however many share a place', () => {
    const reader = new RememberingReader((testo) => `<${testo}>`);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 200 }), (testi) => {
        const block = testi.join('');
        for (let giro = 0; giro < 2; giro++) {
          let from = 0;
          for (const testo of testi) {
            expect(reader.read(block, from, from + testo.length)).toBe(`<${testo}>`);
            from += testo.length;
          }
        }
      }),
    );
    for (let n = 0; n < 50_000; n++) expect(reader.read(String(n), 0, String(n).length)).toBe(`<${n}>`);
  });

  it('parses a short text once', () => {
    let volte = 0;
    const reader = new RememberingReader(() => ++volte);
    for (let n = 0; n < 5; n++) reader.read('4/2020', 0, 6);
    expect(volte).toBe(1);
  });

  it('does not remember errors', () => {
    const reader = new RememberingReader(() => {
      throw new Error('no');
    });
    expect(() => reader.read('x', 0, 1)).toThrow('no');
    expect(() => reader.read('x', 0, 1)).toThrow('no');
  });
});
