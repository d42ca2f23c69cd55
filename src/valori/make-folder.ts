import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing.
 * Node's own recursive form goes round for ever where the system refuses new names with ENOENT, as under `/proc`.
 * @param mode of each folder made; by default what the umask leaves
 * @returns whether it was made now
 * @throws the system's error (`EACCES`, `ENOENT`, `ENOTDIR`…), with the path that could not be made
 */
export function makeFolder(path: string, mode?: number): boolean {
  const stato = statSync(path, { throwIfNoEntry: false });
  if (stato?.isDirectory() === true) return false;
  if (stato !== undefined) throw Object.assign(new Error(`${path} is a file`), { code: 'ENOTDIR', path });
  const sopra = dirname(path);
  if (sopra !== path) makeFolder(sopra, mode);
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (errore) {
    // Another process may have been quicker.
    if ((errore as NodeJS.ErrnoException).code !== 'EEXIST') throw errore;
    return false;
  }
}
