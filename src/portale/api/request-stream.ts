import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * The body of a request as it comes, for files too big to be held whole; whoever reads it sets the limit.
 * @throws ErroreDati `tipo-non-ammesso` (415) at once; `richiesta-malformata` (400) when whoever sends it goes away
 */
export function streamOf(req: Request, tipi: readonly string[]): AsyncIterable<Uint8Array> {
  const compresso = (req.get('Content-Encoding') ?? 'identity') !== 'identity';
  if (compresso || req.is([...tipi]) === false) {
    throw new ErroreDati('tipo-non-ammesso', { tipi: tipi.join(', ') });
  }
  return partsOf(req);
}

/** Who stops reading half-way still answers: what remains is let through unread, where closing would lose the answer. */
async function* partsOf(req: Request): AsyncGenerator<Uint8Array> {
  try {
    for await (const pezzo of req.iterator({ destroyOnReturn: false })) yield pezzo as Uint8Array;
  } catch {
    throw new ErroreDati('richiesta-malformata');
  } finally {
    req.resume();
  }
}

/**
 * Writes the body of a request to a file of this machine, for as long as a work needs it.
 * @throws ErroreDati as `streamOf`; `file-troppo-grande` (413)
 */
export async function withBodyOnDisk<T>(
  req: Request,
  {
    tipi,
    massimoByte,
    cartella,
  }: { readonly tipi: readonly string[]; readonly massimoByte: number; readonly cartella: string },
  lavoro: (percorso: string) => Promise<T>,
): Promise<T> {
  const pezzi = noMoreThan(streamOf(req, tipi), massimoByte);
  const percorso = join(cartella, `${randomUUID()}.ricevuto`);
  try {
    await pipeline(pezzi, createWriteStream(percorso, { mode: 0o600, flags: 'wx' }));
    return await lavoro(percorso);
  } finally {
    await rm(percorso, { force: true });
  }
}

async function* noMoreThan(pezzi: AsyncIterable<Uint8Array>, massimoByte: number): AsyncGenerator<Uint8Array> {
  let byte = 0;
  for await (const pezzo of pezzi) {
    byte += pezzo.length;
    if (byte > massimoByte) {
      const mega = Math.floor(massimoByte / 1024 / 1024);
      throw new ErroreDati('file-troppo-grande', { mega });
    }
    yield pezzo;
  }
}
