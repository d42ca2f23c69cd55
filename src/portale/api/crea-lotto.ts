import type { z } from 'zod';
import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import type { TipoLotto } from '../../archivio/lotti-repository.ts';
import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { richiedenteDi } from '../lotti.ts';
import { lottoToJson } from './lotto-to-json.ts';
import type { ChiamataQualsiasi } from './operazione.ts';
import type { lotto } from './schemi/lotti.ts';

const SPUNTE: ReadonlySet<string> = new Set(['dettaglio', 'copertina', 'fronteRetro', 'sostituisci', 'integra']);

/** Where the batch that was made is followed. */
export const luogoDelLotto = ({ id }: z.output<typeof lotto>): string => `/lotti/${id}`;

/** Puts the body of a call, a table as it comes, in the queue with the choices of its address. */
export async function creaLotto(
  { dip, token, domanda, corpo }: ChiamataQualsiasi & { token: TokenApi },
  tipo: TipoLotto,
) {
  const { nomeFile, ...scelte } = domanda as { readonly nomeFile: string } & Readonly<Record<string, string>>;
  const opzioni = Object.fromEntries(
    Object.entries(scelte).map(([nome, valore]) => [nome, SPUNTE.has(nome) ? valore === 'si' : valore]),
  );
  const contenuto = corpo as AsyncIterable<Uint8Array>;
  return lottoToJson(
    await createServizioLotti(dip.app).crea(richiedenteDi(token), { tipo, nomeFile, opzioni }, contenuto),
  );
}
