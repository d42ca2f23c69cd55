import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeImporto, writeOre } from '../../../src/lotti/calcola/formato.ts';
import { ByteWriter, utf8 } from '../../../src/lotti/csv/byte-writer.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi, formatEuro } from '../../../src/valori/denaro.ts';

/** What one use of a writer leaves. */
function written(use: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter();
  use(writer);
  return writer.take().toString();
}

describe('ByteWriter', () => {
  it('writes any texts, pieces and parts of blocks, in order', () => {
    const pezzo = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(pezzo, pezzo, pezzo)), (terne) => {
        const risultato = written((a) => {
          for (const [testo, pronto, blocco] of terne) {
            a.text(testo);
            a.piece(utf8(pronto));
            a.copy(utf8(`<${blocco}>`), 1, 1 + utf8(blocco).length);
          }
        });
        expect(risultato).toBe(terne.flat().join(''));
      }),
    );
  });

  it('grows past its first size, whatever it is given', () => {
    const lungo = '€'.repeat(500_000);
    const risultato = written((a) => {
      a.text(lungo);
      for (let n = 0; n < 400_000; n++) a.integer(7);
      a.piece(utf8(lungo));
      a.copy(utf8(lungo), 0, 1_500_000);
    });
    expect(risultato === `${lungo}${'7'.repeat(400_000)}${lungo}${lungo}`).toBe(true);
  });

  it('leaves what was taken alone while the next is written', () => {
    const writer = new ByteWriter();
    writer.text('uno');
    const uno = writer.take();
    writer.text('due');
    expect([uno.toString(), writer.take().toString(), writer.take().toString()]).toEqual(['uno', 'due', '']);
  });

  it('writes whole numbers as JavaScript does', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (n) => written((a) => a.integer(n)) === String(n)));
    for (const n of [0, 9, 10, 99, 100, 999_999, 1_000_000, 2 ** 31, 2 ** 32]) {
      expect(written((a) => a.integer(n))).toBe(String(n));
    }
  });
});

describe('amounts and hours', () => {
  it('are written as amounts are everywhere', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999_999), (n) => {
        expect(written((a) => writeImporto(a, centesimi(n), 'iso'))).toBe(formatEuro(centesimi(n)));
      }),
    );
    expect(written((a) => writeImporto(a, centesimi(33805), 'italiano'))).toBe('338,05');
  });

  it.each([
    [32500, '325', '325'],
    [1950, '19,5', '19.5'],
    [1925, '19,25', '19.25'],
    [1905, '19,05', '19.05'],
    [5, '0,05', '0.05'],
    [new Decimale('24.3333'), '24,3333', '24.3333'],
  ])('hours of %s hundredths are %s', (ore, italiano, iso) => {
    expect(written((a) => writeOre(a, ore, 'italiano'))).toBe(italiano);
    expect(written((a) => writeOre(a, ore, 'iso'))).toBe(iso);
  });
});
