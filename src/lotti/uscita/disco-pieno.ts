import { rm } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { ACCANTO } from './percorsi.ts';

/** What the system says where nothing more can be written. */
const SENZA_SPAZIO: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']);

/** Whether an error is of a disk that is full or may not be written. */
export function isDiscoPieno(errore: unknown): boolean {
  return errore instanceof Error && SENZA_SPAZIO.has((errore as NodeJS.ErrnoException).code ?? '');
}

/** The same for who has to make room. */
export function discoPieno(): ErroreDati {
  return new ErroreDati('disco-pieno', { campo: 'out' });
}

/** Takes away what stands beside outputs that could not be finished; what has its final name stays. */
export async function removePartial(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const fine of ACCANTO) if (fine !== '') await rm(path + fine, { force: true });
  }
}
