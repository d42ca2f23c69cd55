import { createHash, type Hash } from 'node:crypto';
import type { Request } from 'express';
import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import type { PresaChiave, RispostaTenuta } from '../../archivio/risposte-api.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { newId } from '../../valori/new-id.ts';
import type { Dipendenze } from '../dipendenze.ts';

/** Header by which a caller makes a call that creates repeatable (draft-ietf-httpapi-idempotency-key-header). */
export const INTESTAZIONE_CHIAVE = 'Idempotency-Key';
/** Header of an answer that was given before. */
export const INTESTAZIONE_RIPETUTA = 'Idempotency-Replayed';

const MINUTO_MS = 60_000;
/** How long an answer is kept. */
const TENUTA_MS = 24 * 60 * MINUTO_MS;
/** How long a call may take at most (`requestTimeout` of its line, and its work): past it, it died with its process. */
const IN_CORSO_MS = 10 * MINUTO_MS;

/** A call that creates, under the key its caller gave it. */
export interface ChiamataConChiave {
  readonly token: TokenApi;
  readonly chiave: string;
  /** All that makes the call what it is but its body: operation, employer, address. */
  readonly che: unknown;
  readonly corpo: unknown;
}

/** What a caller is answered: the JSON, and whether it had been answered before. */
export interface Risposta {
  readonly json: unknown;
  readonly ripetuta: boolean;
}

/**
 * The key of a call, bare or between quotes.
 * @throws ErroreDati `chiave-non-valida`
 */
export function keyOf(req: Request): string | undefined {
  const scritta = req.get(INTESTAZIONE_CHIAVE);
  if (scritta === undefined) return undefined;
  const chiave = /^"?([\x21\x23-\x7e]{8,200})"?$/.exec(scritta)?.[1];
  if (chiave !== undefined) return chiave;
  throw new ErroreDati('chiave-non-valida', { campo: INTESTAZIONE_CHIAVE });
}

/**
 * Does a call once: the same call under the same key is given the answer of the first time. Of a call that is refused nothing
 * is kept, since it made nothing. Decision 0024.
 * @param esegui does it, and gives the JSON of its answer
 * @throws ErroreDati `chiave-riusata` (422) when another call came under this key, `richiesta-in-corso` (409)
 */
export async function onlyOnce(
  dip: Dipendenze,
  chiamata: ChiamataConChiave,
  esegui: (corpo: unknown) => Promise<unknown>,
): Promise<Risposta> {
  const { archivio } = dip.app;
  const presa = { tokenId: chiamata.token.id, chiave: chiamata.chiave, presa: newId() };
  const adesso = dip.app.clock.now().getTime();
  const trovata = await archivio.transazione(({ risposteApi }) =>
    risposteApi.prendi(presa, instant(adesso), instant(adesso + IN_CORSO_MS)),
  );
  if (trovata === 'in-corso') throw underWay();
  const impronta = createHash('sha256').update(JSON.stringify(chiamata.che));
  if (trovata !== undefined) return repeat(trovata, impronta, chiamata.corpo);
  const json = await doIt(dip, presa, () => esegui(read(chiamata.corpo, impronta)));
  await keep(dip, presa, { impronta: impronta.digest('hex'), risposta: JSON.stringify(json) });
  return { json, ripetuta: false };
}

async function doIt<T>(dip: Dipendenze, presa: PresaChiave, esegui: () => Promise<T>): Promise<T> {
  try {
    return await esegui();
  } catch (errore) {
    await dip.app.archivio
      .transazione(({ risposteApi }) => risposteApi.libera(presa))
      .catch((altro: unknown) => dip.log.error({ errore: altro }, 'chiave di una chiamata non liberata'));
    throw errore;
  }
}

/** What was made is made: an answer that cannot be kept is given all the same. */
async function keep(dip: Dipendenze, presa: PresaChiave, tenuta: RispostaTenuta): Promise<void> {
  const fino = instant(dip.app.clock.now().getTime() + TENUTA_MS);
  await dip.app.archivio
    .transazione(({ risposteApi }) => risposteApi.concludi(presa, tenuta, fino))
    .catch((errore: unknown) => dip.log.error({ errore }, 'risposta di una chiamata non tenuta'));
}

async function repeat(trovata: RispostaTenuta, impronta: Hash, corpo: unknown): Promise<Risposta> {
  const letto = read(corpo, impronta);
  if (isStream(letto)) {
    for await (const _pezzo of letto);
  }
  if (impronta.digest('hex') !== trovata.impronta) throw reused();
  return { json: JSON.parse(trovata.risposta) as unknown, ripetuta: true };
}

/** The body, which enters the fingerprint as it is read. */
function read(corpo: unknown, impronta: Hash): unknown {
  if (isStream(corpo)) return passing(corpo, impronta);
  impronta.update(JSON.stringify(corpo) ?? '');
  return corpo;
}

function isStream(corpo: unknown): corpo is AsyncIterable<Uint8Array> {
  return typeof corpo === 'object' && corpo !== null && Symbol.asyncIterator in corpo;
}

async function* passing(corpo: AsyncIterable<Uint8Array>, impronta: Hash): AsyncGenerator<Uint8Array> {
  for await (const pezzo of corpo) {
    impronta.update(pezzo);
    yield pezzo;
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

function underWay(): ErroreDati {
  return new ErroreDati('richiesta-in-corso', { campo: INTESTAZIONE_CHIAVE, riprovaFra: 5 });
}

function reused(): ErroreDati {
  return new ErroreDati('chiave-riusata', { campo: INTESTAZIONE_CHIAVE });
}
