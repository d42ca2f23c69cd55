import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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
 * owner alone. Two processes that start together end with the same file: creation is exclusive, the loser reads.
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
    if ((errore as NodeJS.ErrnoException).code !== 'EEXIST') throw errore;
    privateFile(file);
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  }
}
