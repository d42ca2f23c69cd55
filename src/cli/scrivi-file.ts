import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * Writes a whole file: beside it first, then renamed, so that half a file never stands under the final name.
 * @returns the absolute path
 * @throws ErroreDati `file-non-scrivibile` when the folder is not there or cannot be written
 */
export async function writeWholeFile(percorso: string, contenuto: Uint8Array): Promise<string> {
  const finale = resolve(percorso);
  const provvisorio = `${finale}.${process.pid}.parziale`;
  try {
    await writeFile(provvisorio, contenuto);
    await rename(provvisorio, finale);
    return finale;
  } catch (errore) {
    await rm(provvisorio, { force: true }).catch(() => undefined);
    const perche = (errore as NodeJS.ErrnoException).code ?? 'errore';
    throw new ErroreDati('file-non-scrivibile', { percorso, perche, finale: dirname(finale), campo: 'out' });
  }
}
