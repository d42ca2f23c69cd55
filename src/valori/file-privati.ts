import { chmodSync, closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { ErroreDati } from './errore-dati.ts';
import { makeFolder } from './make-folder.ts';

/** What others of the machine may not do, in a mode's bits. */
const DEGLI_ALTRI = 0o077;
/** The first 16 bytes of every SQLite file (sqlite.org/fileformat2, 1.2). */
const INIZIO_SQLITE = Buffer.from('SQLite format 3\0');

/**
 * Makes a folder that its owner alone enters. One that is there already is restricted when it is ours by what it holds
 * (nothing, or `segno`): the folder of a project, or /tmp, is not ours to close. Its files are private by themselves.
 * @param segno name of a file that only a folder of ours has
 */
export function privateFolder(cartella: string, segno: string): void {
  if (makeFolder(cartella, 0o700)) return;
  const contenuto = readdirSync(cartella);
  if (contenuto.length > 0 && !contenuto.includes(segno)) return;
  try {
    restrict(cartella);
  } catch {
    // Somebody else's folder, as a mounted volume: what counts is its files.
  }
}

/**
 * Makes sure that a file is there and that its owner alone reads it: made before whoever writes it, who would follow the
 * umask; one left open by an older version is restricted.
 * @throws ErroreDati `leggibile-da-altri` when it is not ours to change
 */
export function privateFile(file: string): void {
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
    return;
  }
  try {
    restrict(file);
  } catch (errore) {
    const perche = (errore as NodeJS.ErrnoException).code ?? 'errore';
    throw new ErroreDati('leggibile-da-altri', { file, perche });
  }
}

/**
 * A SQLite file, with what SQLite leaves beside it when it is interrupted; in memory there is nothing to guard.
 * @throws Error with SQLite's code `SQLITE_NOTADB`; ErroreDati `leggibile-da-altri`
 */
export function privateDatabase(file: string): void {
  if (file === ':memory:') return;
  refuseOthers(file);
  privateFile(file);
  for (const accanto of [`${file}-wal`, `${file}-shm`]) if (existsSync(accanto)) privateFile(accanto);
}

/** A file that is something else is not ours to restrict, let alone to write in. */
function refuseOthers(file: string): void {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size === 0) return;
  const inizio = Buffer.alloc(INIZIO_SQLITE.length);
  const aperto = openSync(file, 'r');
  try {
    readSync(aperto, inizio, 0, inizio.length, 0);
  } finally {
    closeSync(aperto);
  }
  // As SQLite itself would say it, so that whoever explains the one explains the other.
  if (!inizio.equals(INIZIO_SQLITE))
    throw Object.assign(new Error('file is not a database'), { code: 'SQLITE_NOTADB' });
}

/** On Windows modes say nothing: the permissions of the folder count. */
function restrict(percorso: string): void {
  const { mode } = statSync(percorso);
  if (process.platform !== 'win32' && (mode & DEGLI_ALTRI) !== 0) chmodSync(percorso, mode & 0o700);
}
