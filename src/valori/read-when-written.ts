import { readFileSync } from 'node:fs';

/** Whoever makes the file writes it a moment later: so long at most. Nobody is served meanwhile. */
const ATTESA_MS = 1_000;
const OGNI_MS = 10;

/** The text of a file that another process has just made exclusively, and may still be writing; empty if it never does. */
export function readWhenWritten(file: string): string {
  const ferma = new Int32Array(new SharedArrayBuffer(4));
  for (let attesi = 0; attesi < ATTESA_MS; attesi += OGNI_MS) {
    const testo = readFileSync(file, 'utf8');
    if (testo !== '') return testo;
    Atomics.wait(ferma, 0, 0, OGNI_MS);
  }
  return '';
}
