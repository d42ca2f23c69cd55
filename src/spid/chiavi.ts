import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { ErroreDati } from '../valori/errore-dati.ts';
import { privateFile } from '../valori/file-privati.ts';
import { readWhenWritten } from '../valori/read-when-written.ts';
import { makeFolder } from '../valori/make-folder.ts';
import { creaCredenziali, type Credenziali, type Intestatario } from './certificato.ts';

/** Where a folder keeps the keys that were made for it. */
const FILE = 'chiavi.json';

/**
 * The keys of a folder, made at first use and readable by their owner alone. Two processes that start together end with the same
 * file: creation is exclusive, the loser reads.
 * @throws ErroreDati `spid-chiavi` when what is there is no key
 */
export async function credenzialiDellaCartella(cartella: string, chi: Intestatario, dal: Date): Promise<Credenziali> {
  makeFolder(cartella, 0o700);
  const file = join(cartella, FILE);
  const lette = leggiSe(file);
  if (lette !== undefined) return controllate(lette, file);
  const nuove = await creaCredenziali(chi, dal);
  try {
    writeFileSync(file, JSON.stringify(nuove), { flag: 'wx', mode: 0o600 });
    return nuove;
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'EEXIST') return controllate(leggiSe(file), file);
    rmSync(file, { force: true });
    throw errore;
  }
}

/**
 * A key and a certificate that somebody has: PEM files.
 * @throws ErroreDati `spid-chiavi` when one cannot be read, or they are not of each other
 */
export function credenzialiDaFile(fileChiave: string, fileCertificato: string): Credenziali {
  try {
    privateFile(fileChiave);
    return controllate(
      { chiave: readFileSync(fileChiave, 'utf8'), certificato: readFileSync(fileCertificato, 'utf8') },
      `${fileChiave}, ${fileCertificato}`,
    );
  } catch (errore) {
    if (errore instanceof ErroreDati) throw errore;
    throw senzaChiavi(`${fileChiave}, ${fileCertificato}`);
  }
}

function leggiSe(file: string): Credenziali | undefined {
  try {
    return JSON.parse(readWhenWritten(file)) as Credenziali;
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw senzaChiavi(file);
  }
}

function controllate(credenziali: Credenziali | undefined, dove: string): Credenziali {
  try {
    const { chiave, certificato } = credenziali ?? { chiave: '', certificato: '' };
    if (new X509Certificate(certificato).checkPrivateKey(createPrivateKey(chiave))) return { chiave, certificato };
  } catch {
    // Said below.
  }
  throw senzaChiavi(dove);
}

function senzaChiavi(dove: string): ErroreDati {
  return new ErroreDati('spid-chiavi', { dove, campo: 'TRIMESTRE_SPID_CHIAVE' });
}
