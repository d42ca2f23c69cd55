import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { INTESTAZIONE, righeGenerate } from '../../lotti/righe-generate.ts';

/** Of how many rows one is bad, each time in the next of twenty ways. */
export const GUASTO_OGNI = 1000;
const PEZZO = 500_000;

/** Writes a file of generated rows, in constant memory. */
export async function scriviFile(path: string, righe: number): Promise<void> {
  const file = createWriteStream(path);
  let testo = `${INTESTAZIONE}\n`;
  for (const { linea } of righeGenerate(righe, GUASTO_OGNI)) {
    testo += `${linea}\n`;
    if (testo.length < PEZZO) continue;
    if (!file.write(testo)) await once(file, 'drain');
    testo = '';
  }
  file.end(testo);
  await once(file, 'close');
}
