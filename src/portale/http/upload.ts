import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Arrivi } from './arrivi.ts';
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

export interface Dove {
  readonly arrivi: Arrivi;
  readonly massimoByte: number;
}

const CAMPI_MASSIMI = 20;
const BYTE_CAMPO = 2_000;

/**
 * Reads a `multipart/form-data` post with one file, streamed to a folder. The session's token must stand before the file in
 * the form: a file that comes without it is not even read (abuse case AB-28). Nothing stays on disk of a post that is refused.
 * @throws ErroreDati `pagina-scaduta` (403), `file-troppo-grande` (413), `tipo-non-ammesso` (415), `richiesta-malformata`
 *   (400), and what `Arrivi` refuses
 */
export function receiveUpload(req: Request, dove: Dove): Promise<ModuloRicevuto> {
  return dove.arrivi.during(req, dove.massimoByte, () => receive(req, dove));
}

async function receive(req: Request, dove: Dove): Promise<ModuloRicevuto> {
  const arrivo = new Arrivo(req, dove);
  try {
    const campi = await arrivo.whole();
    const file = await arrivo.file;
    requireToken(req, campi['_csrf']);
    const { _csrf: _, ...altri } = campi;
    return { campi: altri, file };
  } catch (errore) {
    await arrivo.abandon();
    throw errore;
  }
}

/** One post that is being read. Every stream of it has an owner here, who hears of its errors. */
class Arrivo {
  readonly #req: Request;
  readonly #dove: Dove;
  readonly #lettore: BusboyInstance;
  #flusso: BusboyFileStream | undefined;
  /** The file, once it is whole on disk. */
  file: Promise<FileRicevuto | undefined> = Promise.resolve(undefined);

  constructor(req: Request, dove: Dove) {
    this.#req = req;
    this.#dove = dove;
    this.#lettore = openReader(req, dove.massimoByte);
  }

  /** Resolves with the fields when the post has been read to its end. */
  whole(): Promise<Readonly<Record<string, string>>> {
    const campi: Record<string, string> = {};
    const lettore = this.#lettore;
    return new Promise((resolve, reject) => {
      const refuse = (): void => reject(malformed());
      lettore.on('field', (nome, valore, _nomeTagliato, tagliato) => {
        if (tagliato) refuse();
        else if (nome !== '__proto__') campi[String(nome)] = valore;
      });
      lettore.on('file', (_campo, flusso, nome) => {
        this.#flusso = flusso;
        // Whatever happens to the file is told by the promise; an error that nobody hears would end the process.
        flusso.on('error', () => undefined);
        this.file = store(this.#req, campi['_csrf'], flusso, { nome: String(nome), ...this.#dove });
        this.file.catch(reject);
      });
      for (const limite of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) lettore.on(limite, refuse);
      lettore.on('error', refuse);
      lettore.on('finish', () => resolve(campi));
      this.#req.on('error', refuse);
      this.#req.on('close', () => {
        if (!this.#req.complete) refuse();
      });
      this.#req.pipe(lettore);
    });
  }

  /** Reads no more of it and removes what was written; what still comes is let through unread, so that the answer arrives. */
  async abandon(): Promise<void> {
    this.#req.unpipe(this.#lettore);
    this.#req.resume();
    this.#flusso?.destroy(malformed());
    const file = await this.file.catch(() => undefined);
    if (file !== undefined) await rm(file.percorso, { force: true });
  }
}

function openReader(req: Request, massimoByte: number): BusboyInstance {
  try {
    return new Busboy({
      headers: req.headers as BusboyHeaders,
      limits: {
        files: 1,
        fields: CAMPI_MASSIMI,
        fieldSize: BYTE_CAMPO,
        fileSize: massimoByte,
        parts: CAMPI_MASSIMI + 1,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    throw new ErroreDati('tipo-non-ammesso/modulo');
  }
}

async function store(
  req: Request,
  gettone: string | undefined,
  flusso: BusboyFileStream,
  dove: Dove & { readonly nome: string },
): Promise<FileRicevuto | undefined> {
  requireToken(req, gettone);
  const percorso = join(dove.arrivi.cartella, `${randomUUID()}.ricevuto`);
  flusso.once('limit', () => flusso.destroy(tooBig(dove.massimoByte)));
  try {
    await pipeline(flusso, createWriteStream(percorso, { mode: 0o600, flags: 'wx' }));
  } catch (errore) {
    await rm(percorso, { force: true });
    throw errore instanceof ErroreDati ? errore : malformed();
  }
  if (flusso.bytesRead > 0) return { nome: dove.nome.slice(0, 120), percorso, byte: flusso.bytesRead };
  await rm(percorso, { force: true });
  return undefined;
}

function tooBig(massimoByte: number): ErroreDati {
  const mega = Math.floor(massimoByte / 1024 / 1024);
  return new ErroreDati('file-troppo-grande', { mega, campo: 'file' });
}

function malformed(): ErroreDati {
  return new ErroreDati('richiesta-malformata');
}

/** @throws ErroreDati `file-mancante` when the form came without a file */
export function requireFile({ file }: ModuloRicevuto, campo = 'file'): FileRicevuto {
  if (file !== undefined) return file;
  throw new ErroreDati('file-mancante', { campo });
}
