import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Request } from 'express';
import type { TipoLotto } from '../../archivio/lotti-repository.ts';
import { INGRESSO_MAX, type ServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import type { Arrivi } from '../http/arrivi.ts';
import { operatoreDi } from '../http/operatore.ts';
import { receiveUpload, requireFile } from '../http/upload.ts';
import { richiedenteDi } from '../lotti.ts';

export type CampiDelLotto = Readonly<Record<string, string>>;

/** A form with a file, and where its fields go as soon as they are read: they are shown again when the batch is refused. */
export interface ModuloDelLotto {
  readonly tipo: TipoLotto;
  readonly letti: { campi: CampiDelLotto };
  readonly toOpzioni: (campi: CampiDelLotto) => Record<string, unknown>;
}

/**
 * Receives a form and puts its file in the queue.
 * @returns the id of the batch
 */
export async function receiveLotto(
  { arrivi, lotti }: { readonly arrivi: Arrivi; readonly lotti: ServizioLotti },
  req: Request,
  { tipo, letti, toOpzioni }: ModuloDelLotto,
): Promise<string> {
  const ricevuto = await receiveUpload(req, { arrivi, massimoByte: INGRESSO_MAX[tipo] });
  letti.campi = ricevuto.campi;
  const { percorso, nome } = requireFile(ricevuto);
  try {
    const { tokenId: id, nome: operatore } = operatoreDi(req);
    const lotto = { tipo, nomeFile: nome, opzioni: toOpzioni(ricevuto.campi) };
    return (await lotti.crea(richiedenteDi({ id, nome: operatore }), lotto, createReadStream(percorso))).id;
  } finally {
    await rm(percorso, { force: true });
  }
}
