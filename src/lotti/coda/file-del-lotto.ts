import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { RepositoryLottiFile } from '../../archivio/lotti-file.ts';

/** Bytes of a part: a row of a megabyte is what both databases take without effort. */
const PARTE_BYTES = 1024 * 1024;

/** Name of what the person gave. */
export const INGRESSO = 'ingresso';

/**
 * Stores a stream in parts.
 * @param maxBytes beyond it `troppi` is thrown and what was stored stays to be removed with the batch
 * @returns how many bytes
 */
export async function storeStream(
  file: RepositoryLottiFile,
  dove: { readonly lottoId: Id; readonly nome: string },
  stream: AsyncIterable<Uint8Array>,
  limite?: { readonly maxBytes: number; readonly troppi: () => Error },
): Promise<number> {
  let parte = 0;
  let totale = 0;
  let pezzi: Uint8Array[] = [];
  let attesa = 0;
  const flush = async (): Promise<void> => {
    await file.scrivi(dove.lottoId, dove.nome, parte++, Buffer.concat(pezzi));
    pezzi = [];
    attesa = 0;
  };
  for await (const pezzo of stream) {
    totale += pezzo.length;
    if (limite !== undefined && totale > limite.maxBytes) throw limite.troppi();
    pezzi.push(pezzo);
    attesa += pezzo.length;
    if (attesa >= PARTE_BYTES) await flush();
  }
  if (attesa > 0 || parte === 0) await flush();
  return totale;
}

/** Stores a file of this machine. `tra` is called between parts, to say that work goes on. */
export async function storeFile(
  file: RepositoryLottiFile,
  dove: { readonly lottoId: Id; readonly nome: string },
  path: string,
  tra: () => Promise<void>,
): Promise<void> {
  await file.elimina(dove.lottoId, dove.nome);
  const between = async function* (): AsyncGenerator<Uint8Array> {
    for await (const pezzo of createReadStream(path, { highWaterMark: PARTE_BYTES })) {
      await tra();
      yield pezzo as Uint8Array;
    }
  };
  await storeStream(file, dove, between());
}

/** The parts of a stored file, one after the other. */
export async function* readParts(file: RepositoryLottiFile, lottoId: Id, nome: string): AsyncGenerator<Buffer> {
  for (let parte = 0; ; parte++) {
    const contenuto = await file.leggi(lottoId, nome, parte);
    if (contenuto === undefined) return;
    yield contenuto;
  }
}

/** Copies a stored file to this machine. */
export async function fetchFile(file: RepositoryLottiFile, lottoId: Id, nome: string, path: string): Promise<void> {
  const out = createWriteStream(path);
  for await (const contenuto of readParts(file, lottoId, nome)) {
    if (!out.write(contenuto)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
