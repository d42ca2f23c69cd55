import { setTimeout as sleep } from 'node:timers/promises';

/** Runs a statement again while another process holds SQLite's file, off the loop. */
export type AttesaBlocco = <T>(prova: () => Promise<T>) => Promise<T>;

const PAUSA_MS = 5;
const PAUSA_MASSIMA_MS = 50;

/**
 * SQLite's own waiting (`busy_timeout`) stops the whole process, people who only read included. The wait is counted from when
 * the file was found taken first, by whichever statement: a queue of writers does not wait a second each.
 * @param massimoMs after which the error is the caller's
 */
export function createAttesaBlocco(massimoMs: number): AttesaBlocco {
  let occupatoDal: number | undefined;
  return async (prova) => {
    for (let pausa = PAUSA_MS; ; pausa = Math.min(PAUSA_MASSIMA_MS, pausa * 2)) {
      try {
        const esito = await prova();
        occupatoDal = undefined;
        return esito;
      } catch (errore) {
        if (!isBusy(errore)) throw errore;
        occupatoDal ??= performance.now();
        if (performance.now() - occupatoDal >= massimoMs) throw errore;
      }
      await sleep(pausa * (0.5 + Math.random()));
    }
  };
}

/** Not of a reader that would write (`SQLITE_BUSY_SNAPSHOT`): it has to begin anew. */
function isBusy(errore: unknown): boolean {
  const { code } = errore as { readonly code?: unknown };
  return code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_RECOVERY' || code === 'SQLITE_BUSY_TIMEOUT';
}
