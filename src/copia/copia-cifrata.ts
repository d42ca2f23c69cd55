import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { copyDatabase } from '../archivio/copia.ts';
import { type Database, openDatabase } from '../archivio/database.ts';
import { migrate, requireNotNewer } from '../archivio/migrazioni.ts';
import { newId } from '../valori/new-id.ts';
import { BYTE_TESTA, createCifratura, createDecifratura } from './cifra.ts';

/** Where the copy is laid down in clear while it is made or opened: beside the data, and as private. */
export interface Luogo {
  readonly database: Database;
  readonly cartellaDati: string;
}

/**
 * Writes all the data, as they are at one moment, as one file that opens with the passphrase.
 * @param opzioni `costo`: of the passphrase, for tests
 */
export async function scriviCopia(
  luogo: Luogo,
  frase: string,
  destinazione: Writable,
  opzioni: { readonly costo?: number } = {},
): Promise<void> {
  await conFileChiaro(luogo, async (chiaro) => {
    await copyDatabase(luogo.database, { tipo: 'sqlite', file: chiaro });
    const cifratura = await createCifratura(frase, opzioni.costo);
    await pipeline(createReadStream(chiaro), createGzip(), cifratura, destinazione);
  });
}

/**
 * Takes a copy into an archive where nobody has begun: all of it, or nothing.
 * @throws ErroreDati `copia-non-riconosciuta`, `frase-della-copia-sbagliata`, `copia-rovinata`, `copia-piu-recente`, `archivio-non-vuoto`
 */
export async function ripristina(luogo: Luogo, frase: string, file: string): Promise<void> {
  const decifratura = await createDecifratura(await headOf(file), frase);
  await conFileChiaro(luogo, async (chiaro) => {
    const scrive = createWriteStream(chiaro, { mode: 0o600, flags: 'wx' });
    await pipeline(createReadStream(file, { start: BYTE_TESTA }), decifratura, createGunzip(), scrive);
    await bringUpToDate(chiaro);
    await copyDatabase({ tipo: 'sqlite', file: chiaro }, luogo.database, { nuovo: true });
  });
}

/** Whether the passphrase opens a copy is known by its first bytes. */
async function headOf(file: string): Promise<Buffer> {
  const aperto = await open(file);
  try {
    const testa = Buffer.alloc(BYTE_TESTA);
    const { bytesRead } = await aperto.read(testa, 0, BYTE_TESTA, 0);
    return testa.subarray(0, bytesRead);
  } finally {
    await aperto.close();
  }
}

/** A copy of an older version is brought up to this one before it is read. */
async function bringUpToDate(file: string): Promise<void> {
  const aperto = openDatabase({ tipo: 'sqlite', file });
  try {
    await requireNotNewer(aperto);
    await migrate(aperto);
  } finally {
    await aperto.destroy();
  }
}

/** Gone when the work ends, however it ends, with what SQLite leaves beside it. */
async function conFileChiaro({ cartellaDati }: Luogo, lavoro: (file: string) => Promise<void>): Promise<void> {
  await mkdir(cartellaDati, { recursive: true, mode: 0o700 });
  const file = join(cartellaDati, `copia-${newId()}.parziale`);
  try {
    await lavoro(file);
  } finally {
    for (const coda of ['', '-wal', '-shm']) await rm(file + coda, { force: true });
  }
}
