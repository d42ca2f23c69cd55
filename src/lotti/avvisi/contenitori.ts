import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import type { Contenitore } from './documenti-per-datore.ts';

/** @throws ErroreDati `cartella-esistente` */
export function requireNew(path: string): void {
  if (!existsSync(path)) return;
  throw new ErroreDati('cartella-esistente', { path, campo: 'cartella' });
}

/**
 * A folder that does not exist yet.
 * @param ripreso an earlier run of the same batch may have given it its name and died before saying so
 * @throws ErroreDati `cartella-esistente`
 */
export async function openCartella(path: string, ripreso: boolean): Promise<Contenitore> {
  if (!ripreso) requireNew(path);
  const partial = `${path}.parziale`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  return {
    add: (nome, contenuto) => writeFile(join(partial, nome), contenuto),
    close: () => Promise.resolve(),
    async publish() {
      if (ripreso) await rm(path, { recursive: true, force: true });
      await rename(partial, path);
    },
    discard: () => rm(partial, { recursive: true, force: true }),
  };
}

/** A ZIP archive. */
export async function openArchivio(path: string): Promise<Contenitore> {
  const partial = `${path}.parziale`;
  const file: FileHandle = await open(partial, 'w');
  const zip = new ZipWriter(file);
  return {
    add: (nome, contenuto) => zip.add(nome, contenuto),
    async close() {
      await zip.end();
      await file.close();
    },
    publish: () => rename(partial, path),
    async discard() {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}
