import { type FileHandle, open } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * Opens a file that somebody gave.
 * @throws ErroreDati `file-non-leggibile` when it is missing, is a folder, or may not be read
 */
export async function openIngresso(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch {
    // told below, in words
  }
  throw new ErroreDati('file-non-leggibile/elenco', { path, campo: 'ingresso' });
}
