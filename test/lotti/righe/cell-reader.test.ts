import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeReader, RememberingReader } from '../../../src/lotti/righe/cell-reader.ts';

/** Reads a text that stands alone in its block. */
const read = <T>(reader: RememberingReader<T>, testo: string): T => {
  const block = Buffer.from(testo);
  return reader.read(block, 0, block.length);
};

describe('RememberingReader', () => {
  it('gives each text its own value, however many share a place', () => {
    const reader = new RememberingReader((testo) => `<${testo}>`);
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 200 }),
        (testi) => {
          const block = Buffer.from(testi.join(''));
          for (let giro = 0; giro < 2; giro++) {
            let from = 0;
            for (const testo of testi) {
              const to = from + Buffer.byteLength(testo);
              expect(reader.read(block, from, to)).toBe(`<${testo}>`);
              from = to;
            }
          }
        },
      ),
    );
    for (let n = 0; n < 50_000; n++) expect(read(reader, String(n))).toBe(`<${n}>`);
  });

  it('parses a short text once', () => {
    let volte = 0;
    const reader = new RememberingReader(() => ++volte);
    for (let n = 0; n < 5; n++) read(reader, '4/2020');
    expect(volte).toBe(1);
  });

  it('does not remember errors', () => {
    const reader = new RememberingReader(() => {
      throw new Error('no');
    });
    expect(() => read(reader, 'x')).toThrow('no');
    expect(() => read(reader, 'x')).toThrow('no');
  });
});

describe('CodeReader', () => {
  it('parses only what is not plain', () => {
    const reader = new CodeReader(
      (_bytes, from, to) => to - from === 2,
      (testo) => testo.toUpperCase(),
    );
    expect([reader.read(Buffer.from(';ab;'), 1, 3), reader.read(Buffer.from(';abc;'), 1, 4)]).toEqual(['ab', 'ABC']);
  });
});
