import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The package's files by their path, as one brotli-compressed JSON in base64: put here when the one file is made. */
declare const FILE_INCORPORATI: string;

/** Stands in the place of `valori/package-root.ts` in the one file: what it carries is laid out in a folder of this run alone. */
export function packagePath(...parti: string[]): string {
  return join(radice, ...parti);
}

function stendi(): string {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-simulatore-'));
  process.once('exit', () => rmSync(cartella, { recursive: true, force: true }));
  const testo = brotliDecompressSync(Buffer.from(FILE_INCORPORATI, 'base64')).toString('utf8');
  for (const [file, base64] of Object.entries(JSON.parse(testo) as Record<string, string>)) {
    const dove = join(cartella, ...file.split('/'));
    mkdirSync(dirname(dove), { recursive: true });
    writeFileSync(dove, Buffer.from(base64, 'base64'));
  }
  return cartella;
}

const radice = stendi();
