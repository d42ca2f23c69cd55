import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { matrixPath, type Matrice } from '../../../src/avvisi/codici/matrice.ts';
import { qrCode } from '../../../src/avvisi/codici/qr-code.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** Scans the symbol drawn with four pixels a module and its quiet zone. */
async function scan({ lato, moduli }: Matrice): Promise<{ text: string; ecLevel: string; version: string }[]> {
  const [scala, margine] = [4, 4];
  const width = (lato + 2 * margine) * scala;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < lato * scala; y++) {
    for (let x = 0; x < lato * scala; x++) {
      if (moduli[Math.floor(y / scala) * lato + Math.floor(x / scala)] === 0) continue;
      const posto = ((y + margine * scala) * width + x + margine * scala) * 4;
      data.fill(0, posto, posto + 3);
    }
  }
  return readBarcodes({ data, width, height: width } as Parameters<typeof readBarcodes>[0], { formats: ['QRCode'] });
}

describe('qrCode', () => {
  it('is a version 4 symbol of level M that scanners read', async () => {
    const testo = 'PAGOPA|002|301000000001234519|80078750587|33800';
    const simbolo = qrCode(testo);
    expect(simbolo.lato).toBe(33);
    expect(await scan(simbolo)).toMatchObject([{ text: testo, ecLevel: 'M', version: '4' }]);
  });

  it('is read for whatever a notice can say', async () => {
    const cifre = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
    await fc.assert(
      fc.asyncProperty(cifre(18), cifre(11), fc.stringMatching(/^\d{2,11}$/), async (codice, ente, importo) => {
        const testo = `PAGOPA|002|${codice}|${ente}|${importo}`;
        expect((await scan(qrCode(testo))).map(({ text }) => text)).toEqual([testo]);
      }),
      { numRuns: 150 },
    );
  });

  it('survives dirt: some dozens of wrong modules are corrected', async () => {
    const testo = 'PAGOPA|002|301000000001234519|80078750587|33800';
    const simbolo = qrCode(testo);
    const moduli = simbolo.moduli.slice();
    for (let riga = 12; riga < 18; riga++) for (let c = 12; c < 18; c++) moduli[riga * 33 + c] = 1;
    expect((await scan({ lato: 33, moduli })).map(({ text }) => text)).toEqual([testo]);
  });

  it('refuses what does not fit', () => {
    expect(() => qrCode('x'.repeat(63))).toThrow(RangeError);
    expect(() => qrCode('è')).toThrow(RangeError);
    expect(qrCode('x'.repeat(62)).lato).toBe(33);
  });
});

describe('matrixPath', () => {
  it('draws each run of dark modules as one rectangle', () => {
    const moduli = Uint8Array.from([1, 1, 0, 0, 1, 0, 1, 0, 1]);
    expect(matrixPath({ lato: 3, moduli })).toBe('0 0 2 1 re\n1 1 1 1 re\n0 2 1 1 re\n2 2 1 1 re\n');
  });
});
