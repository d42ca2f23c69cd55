import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { requireToken } from './csrf.ts';

/** A file a person sent, written to disk as it came; whoever asked for it removes it. */
export interface FileRicevuto {
  /** As the person's machine calls it: for showing, never for a path. */
  readonly nome: string;
  readonly percorso: string;
  readonly byte: number;
}

export interface ModuloRicevuto {
  readonly campi: Readonly<Record<string, string>>;
  readonly file: FileRicevuto | undefined;
}

const CAMPI_MASSIMI = 20;
const BYTE_CAMPO = 2_000;

/**
 * Reads a `multipart/form-data` post with one file, streamed to a folder. The session's token must stand before the file in
 * the form: a file that comes without it is not even read (abuse case AB-28).
 * @throws ErroreDati `pagina-scaduta` (403), `file-troppo-grande` (413), `tipo-non-ammesso` (415), `file-mancante` (422)
 */
export async function receiveUpload(
  req: Request,
  opzioni: { readonly cartella: string; readonly massimoByte: number },
): Promise<ModuloRicevuto> {
  const lettore = openReader(req, opzioni.massimoByte);
  const campi: Record<string, string> = {};
  let arrivo: Promise<FileRicevuto | undefined> = Promise.resolve(undefined);
  const finito = new Promise<void>((resolve, reject) => {
    lettore.on('field', (nome, valore) => {
      if (nome !== '__proto__') campi[nome] = valore;
    });
    lettore.on('file', (_campo, flusso, { filename }) => {
      arrivo = store(req, campi, flusso, { nome: String(filename), ...opzioni });
      arrivo.catch(() => flusso.resume());
    });
    lettore.on('close', resolve);
    lettore.on('error', () => reject(malformed()));
    req.on('aborted', () => reject(malformed()));
  });
  req.pipe(lettore);
  await finito;
  const file = await arrivo;
  requireToken(req, campi['_csrf']);
  const { _csrf: _, ...altri } = campi;
  return { campi: altri, file };
}

function openReader(req: Request, massimoByte: number) {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: {
        files: 1,
        fields: CAMPI_MASSIMI,
        fieldSize: BYTE_CAMPO,
        fileSize: massimoByte,
        parts: CAMPI_MASSIMI + 1,
      },
    });
  } catch {
    throw new ErroreDati('tipo-non-ammesso', 'Il file va mandato con il modulo della pagina.', { statoHttp: 415 });
  }
}

async function store(
  req: Request,
  campi: Readonly<Record<string, string>>,
  flusso: Readable & { truncated?: boolean },
  dove: { readonly nome: string; readonly cartella: string; readonly massimoByte: number },
): Promise<FileRicevuto | undefined> {
  requireToken(req, campi['_csrf']);
  const percorso = join(dove.cartella, `${randomUUID()}.ricevuto`);
  let byte = 0;
  flusso.on('data', (pezzo: Buffer) => (byte += pezzo.length));
  try {
    await pipeline(flusso, createWriteStream(percorso, { mode: 0o600 }));
  } catch (errore) {
    await rm(percorso, { force: true });
    throw errore;
  }
  if (flusso.truncated === true) {
    await rm(percorso, { force: true });
    const mega = Math.floor(dove.massimoByte / 1024 / 1024);
    throw new ErroreDati('file-troppo-grande', `Il file è più grande di ${mega} MB.`, {
      campo: 'file',
      statoHttp: 413,
    });
  }
  if (byte === 0) {
    await rm(percorso, { force: true });
    return undefined;
  }
  return { nome: dove.nome.slice(0, 120), percorso, byte };
}

function malformed(): ErroreDati {
  return new ErroreDati('richiesta-malformata', 'Il file non è arrivato intero: riprovare.', { statoHttp: 400 });
}

/** @throws ErroreDati `file-mancante` when the form came without a file */
export function requireFile({ file }: ModuloRicevuto): FileRicevuto {
  if (file !== undefined) return file;
  throw new ErroreDati('file-mancante', 'Scegliere un file.', { campo: 'file' });
}
