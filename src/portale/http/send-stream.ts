import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { sentAsItStands } from './compression.ts';

/** A document too big to be held whole. */
export interface DocumentoInFlusso {
  readonly tipo: string;
  readonly nomeFile: string;
  /** Bytes. */
  readonly dimensione: number;
  readonly contenuto: AsyncIterable<Uint8Array>;
}

/** Sends it as a download, no faster than it is taken. Somebody who goes away in the middle is nobody's error. */
export async function sendStream(res: Response, documento: DocumentoInFlusso): Promise<void> {
  sentAsItStands(res);
  res.attachment(documento.nomeFile).type(documento.tipo).set('Content-Length', String(documento.dimensione));
  try {
    await pipeline(Readable.from(documento.contenuto), res);
  } catch (errore) {
    if ((errore as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw errore;
  }
}
