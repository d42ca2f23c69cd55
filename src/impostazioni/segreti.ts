import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ErroreDati } from '../valori/errore-dati.ts';
import { privateFile, privateFolder } from '../valori/file-privati.ts';
import { readWhenWritten } from '../valori/read-when-written.ts';
import type { Impostazioni } from './impostazioni.ts';

/** The secrets that portal and simulator need. */
export interface Segreti {
  readonly nodo: string;
  readonly sessione: string;
  /** Closes the register of logins, which lasts longer than any session: in a file of its own. */
  readonly registro: string;
}

const FILE_SEGRETI = 'segreti.json';
const FILE_REGISTRO = 'segreto-registro.json';

const segreto = z.string().min(16);
const SEGRETI = z.strictObject({ nodo: segreto, sessione: segreto });
const REGISTRO = z.strictObject({ registro: segreto });

/**
 * The secrets of the environment, or else those of the data folder's `segreti.json` and `segreto-registro.json`, made at first use
 * and readable by their owner alone. Processes that start together end with the same files: creation is exclusive, the losers
 * read.
 */
export function loadSegreti(impostazioni: Impostazioni): Segreti {
  const { segretoNodo, segretoSessione, segretoRegistro, cartellaDati } = impostazioni;
  const tutti = segretoNodo !== undefined && segretoSessione !== undefined;
  const conservati = tutti ? undefined : readOrCreate(cartellaDati, FILE_SEGRETI, SEGRETI, ['nodo', 'sessione']);
  return {
    nodo: segretoNodo ?? conservati?.nodo ?? '',
    sessione: segretoSessione ?? conservati?.sessione ?? '',
    registro: segretoRegistro ?? readOrCreate(cartellaDati, FILE_REGISTRO, REGISTRO, ['registro']).registro,
  };
}

function readOrCreate<T>(cartella: string, nome: string, schema: z.ZodType<T>, nomi: readonly string[]): T {
  privateFolder(cartella, FILE_SEGRETI);
  const file = join(cartella, nome);
  const nuovi = Object.fromEntries(nomi.map((uno) => [uno, randomBytes(24).toString('base64url')]));
  try {
    writeFileSync(file, JSON.stringify(nuovi), { flag: 'wx', mode: 0o600 });
    return schema.parse(nuovi);
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'EEXIST') return read(file, schema);
    // A disk that is full leaves the file empty: it would be in the way of every later start.
    if (existsSync(file)) rmSync(file);
    throw errore;
  }
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  privateFile(file);
  const testo = readWhenWritten(file);
  try {
    return schema.parse(JSON.parse(testo));
  } catch {
    const dati = { file, campo: 'TRIMESTRE_DATI' };
    throw file.endsWith(FILE_REGISTRO)
      ? new ErroreDati('segreti-non-leggibili/registro', dati)
      : new ErroreDati('segreti-non-leggibili', dati);
  }
}
