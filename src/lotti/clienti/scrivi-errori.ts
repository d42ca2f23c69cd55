import { writeFile } from 'node:fs/promises';
import { csvLine } from '../csv/cell.ts';
import { COLONNE_ERRORI } from '../righe/colonne.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';

/** The rows that were refused, and why: the file that batches give. */
export async function scriviErrori(path: string, errori: readonly ErroreRiga[]): Promise<void> {
  const righe = errori.map((e) => [String(e.riga), e.id, e.colonna, e.valore, e.errore]);
  await writeFile(path, `\ufeff${[COLONNE_ERRORI, ...righe].map((riga) => csvLine(riga, '\r\n')).join('')}`);
}
