import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ErroreDati } from '../valori/errore-dati.ts';
import { privateFile, privateFolder } from '../valori/file-privati.ts';
import type { Impostazioni } from './impostazioni.ts';

/** The two secrets that portal and simulator need. */
export interface Segreti {
  readonly nodo: string;
  readonly sessione: string;
}

const FILE_SEGRETI = 'segreti.json';

const schema = z.strictObject({ nodo: z.string().min(16), sessione: z.string().min(16) });

/**
 * The secrets of the environment, or else those of the data folder's `segreti.json`, made at first use and readable by its
 * owner alone. Processes that start together end with the same file: creation is exclusive, the losers read.
 */
export function loadSegreti(impostazioni: Impostazioni): Segreti {
  const { segretoNodo, segretoSessione } = impostazioni;
  if (segretoNodo !== undefined && segretoSessione !== undefined)
    return { nodo: segretoNodo, sessione: segretoSessione };
  const conservati = readOrCreate(impostazioni.cartellaDati);
  return { nodo: segretoNodo ?? conservati.nodo, sessione: segretoSessione ?? conservati.sessione };
}

function readOrCreate(cartellaDati: string): Segreti {
  privateFolder(cartellaDati, FILE_SEGRETI);
  const file = join(cartellaDati, FILE_SEGRETI);
  const nuovi: Segreti = {
    nodo: randomBytes(24).toString('base64url'),
    sessione: randomBytes(24).toString('base64url'),
  };
  try {
    writeFileSync(file, JSON.stringify(nuovi), { flag: 'wx', mode: 0o600 });
    return nuovi;
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'EEXIST') return read(file);
    // A disk that is full leaves the file empty: it would be in the way of every later start.
    if (existsSync(file)) rmSync(file);
    throw errore;
  }
}

function read(file: string): Segreti {
  privateFile(file);
  const testo = readWhenWritten(file);
  try {
    return schema.parse(JSON.parse(testo));
  } catch {
    throw new ErroreDati('segreti-non-leggibili', { file, campo: 'TRIMESTRE_DATI' });
  }
}

/** Whoever makes the file writes it a moment later: so long at most. Nobody is served meanwhile. */
const ATTESA_MS = 1_000;
const OGNI_MS = 10;

function readWhenWritten(file: string): string {
  const ferma = new Int32Array(new SharedArrayBuffer(4));
  for (let attesi = 0; attesi < ATTESA_MS; attesi += OGNI_MS) {
    const testo = readFileSync(file, 'utf8');
    if (testo !== '') return testo;
    Atomics.wait(ferma, 0, 0, OGNI_MS);
  }
  return '';
}
