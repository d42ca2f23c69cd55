import { open } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ErroriFoglio } from '../../../src/lotti/fogli/errore-foglio.ts';
import { ZipReader } from '../../../src/lotti/zip/zip-reader.ts';
import { ZipWriter } from '../../../src/lotti/zip/zip-writer.ts';
import { Cartella } from '../cartella.ts';

const LIMITE = 1000;
let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

/** Writes entries of so many bytes each, up to the limit. */
async function write(...entries: number[]): Promise<void> {
  const file = await open(cartella.file('x.zip'), 'w');
  try {
    const zip = new ZipWriter(file, LIMITE);
    for (const [i, bytes] of entries.entries()) await zip.add(`${i}.txt`, ['è', 'x'.repeat(bytes - 2)]);
    await zip.end();
  } finally {
    await file.close();
  }
}

describe('ZipWriter', () => {
  it('writes what its reader reads back', async () => {
    await write(500, 600);
    const zip = await ZipReader.open(cartella.file('x.zip'), new ErroriFoglio('xlsx'));
    const pezzi: string[] = [];
    for await (const pezzo of zip.text('1.txt', 600)) pezzi.push(pezzo);
    zip.close();
    expect(pezzi.join('')).toBe(`è${'x'.repeat(598)}`);
  });

  it.each([[[LIMITE + 1]], [[500, LIMITE]]])(
    'refuses in words what its format cannot hold: %j bytes',
    async (bytes) => {
      await expect(write(...bytes)).rejects.toThrow(/4 GB.*scegliere \.csv/);
    },
  );
});
