import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { chiediCopia } from './copia-rt.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEvento } from './esito-tentativo.ts';
import type { EsitoSorveglianza } from './esito-sorveglianza.ts';
import { INVIO_SCADE_MS, send } from './invio.ts';
import type { Consegna, Tentativo } from './pagamento.ts';
import { giveUp, writeDown } from './sorte-consegna.ts';
import { isVivo } from './transizioni.ts';
import type { Vie } from './vie/vie.ts';

const MINUTO_MS = 60_000;
const ORA_MS = 60 * MINUTO_MS;
const GIORNO_MS = 24 * ORA_MS;

/** When a hand-off is looked at, minutes after the look before; the last pause goes on. */
const PAUSE_MINUTI = [3, 5, 10, 30, 60, 360] as const;
/** Hand-offs looked at in one round: a round must end. */
const PER_GIRO = 200;
/** Answers missed before a round gives up on the node. */
const SILENZI_MASSIMI = 3;

/** Deadlines of hand-offs and attempts, from their confirmation. */
const TERMINI = {
  /** A confirmed cart nobody sent: who confirmed it has left. */
  maiInviataMs: GIORNO_MS,
  /** A cart that the node, asked, does not have. */
  maiArrivataMs: 30 * MINUTO_MS,
  /** A cart of notices: payment tokens live half an hour. */
  checkoutMs: 45 * MINUTO_MS,
  /** The node itself closes an RPT within 90 days (SANP 2.2.6). */
  senzaEsitoMs: 91 * GIORNO_MS,
} as const;

interface Giro {
  readonly dip: DipendenzePagamenti;
  readonly vie: Vie;
  readonly conti: { -readonly [K in keyof EsitoSorveglianza]: number };
}

/**
 * Looks at what hangs: hand-offs never sent, sendings of unknown outcome, attempts whose receipt did not come. Asks the node,
 * fetches what it has, and frees only what certainly never reached pagoPA; the rest waits, and after the node's own limit is
 * shown to operators. Each hand-off is taken by one process at a time.
 */
export async function sorveglia(dip: DipendenzePagamenti, vie: Vie): Promise<EsitoSorveglianza> {
  const conti = { controllati: 0, ricevuteRecuperate: 0, inviChiariti: 0, liberati: 0, nonRisposti: 0 };
  const { letture } = dip.archivio;
  const ora = dip.clock.now();
  const prima = new Date(ora.getTime() - PAUSE_MINUTI[0] * MINUTO_MS).toISOString();
  for (const { consegna, creataIl, controlli } of await letture.consegne.daControllare(
    ora.toISOString(),
    prima,
    PER_GIRO,
  )) {
    if (conti.nonRisposti >= SILENZI_MASSIMI) break;
    const pausa = PAUSE_MINUTI[Math.min(controlli + 1, PAUSE_MINUTI.length - 1)] ?? PAUSE_MINUTI[0];
    const prossimo = new Date(ora.getTime() + pausa * MINUTO_MS).toISOString();
    if (!(await letture.consegne.prendiControllo(consegna.id, controlli, prossimo))) continue;
    conti.controllati += 1;
    await look({ dip, vie, conti }, consegna, ora.getTime() - Date.parse(creataIl));
  }
  return conti;
}

async function look(giro: Giro, consegna: Consegna, etaMs: number): Promise<void> {
  const { dip, conti } = giro;
  if (consegna.modo === 'avviso' && consegna.stato !== 'inviata' && etaMs < TERMINI.maiInviataMs) {
    // A PSP waits for this RPT and may have the money already: it is sent until the node has it.
    await send(dip, giro.vie, watcher(consegna), consegna);
    conti.inviChiariti += 1;
  } else if (consegna.stato === 'da-inviare') {
    if (etaMs < TERMINI.maiInviataMs) return;
    const perche = 'abbandonata: confermata e mai inviata a pagoPA';
    if (await giveUp(dip, watcher(consegna), consegna, ['da-inviare'], perche)) conti.liberati += 1;
  } else if (consegna.stato === 'invio-incerto') {
    await clearUp(giro, consegna, etaMs);
  } else {
    await fetchReceipts(giro, consegna, etaMs);
  }
}

async function clearUp({ dip, vie, conti }: Giro, consegna: Consegna, etaMs: number): Promise<void> {
  const { consegne, tentativi } = dip.archivio.letture;
  const ora = dip.clock.now();
  const scaduto = new Date(ora.getTime() - INVIO_SCADE_MS).toISOString();
  // The sending is taken first: who presses the button meanwhile waits for us, and we for nobody.
  if ((await consegne.prendiInvio(consegna.id, ora.toISOString(), scaduto)) !== 'invio-incerto') return;
  const sorte = await vie(consegna.modo).chiedi(consegna, await tentativi.dellaConsegna(consegna.id));
  if (sorte.tipo === 'ignota') conti.nonRisposti += 1;
  if (sorte.tipo === 'sconosciuta' && etaMs >= TERMINI.maiArrivataMs) {
    const perche = 'mai arrivata: pagoPA non conosce la richiesta';
    if (await giveUp(dip, watcher(consegna), consegna, ['invio-incerto'], perche)) conti.liberati += 1;
    return;
  }
  if (await writeDown(dip, watcher(consegna), consegna, sorte)) conti.inviChiariti += 1;
}

async function fetchReceipts(giro: Giro, consegna: Consegna, etaMs: number): Promise<void> {
  const { dip, conti } = giro;
  for (const tentativo of await dip.archivio.letture.tentativi.dellaConsegna(consegna.id)) {
    if (!isVivo(tentativo.stato)) continue;
    if (consegna.modo === 'checkout') {
      if (etaMs >= TERMINI.checkoutMs && (await expire(dip, tentativo))) conti.liberati += 1;
      continue;
    }
    const copia = await fetchCopy(giro, tentativo);
    if (copia === 'silenzio') return;
    if (copia === 'nessuna' && etaMs >= TERMINI.senzaEsitoMs) await tellOperators(dip, tentativo);
  }
}

async function fetchCopy({ dip, conti }: Giro, tentativo: Tentativo): Promise<'recuperata' | 'nessuna' | 'silenzio'> {
  const copia = await chiediCopia(dip, tentativo);
  if (copia === 'recuperata') conti.ricevuteRecuperate += 1;
  if (copia === 'silenzio') conti.nonRisposti += 1;
  return copia;
}

function expire({ archivio, clock }: DipendenzePagamenti, tentativo: Tentativo): Promise<boolean> {
  const il = clock.now().toISOString();
  return archivio.transazione(
    async (tx) => (await applyEvento(tx, tentativo, 'tempo-scaduto', il)) === 'decorsi-termini',
  );
}

async function tellOperators({ archivio, clock }: DipendenzePagamenti, tentativo: Tentativo): Promise<void> {
  const { id, bollettinoId, dominio, iuv, ccp, importo } = tentativo;
  await archivio.letture.anomalie.apri(
    {
      tipo: 'senza-esito',
      chiave: `senza-esito:${id}`,
      tentativoId: id,
      bollettinoId,
      dominio,
      iuv,
      ccp,
      dettaglio: { importoAtteso: importo, stato: tentativo.stato },
    },
    clock.now().toISOString(),
  );
}

/** Who acts: the program itself, for the employer whose hand-off it is. */
export function watcher({ datoreId }: { readonly datoreId: Id }): Contesto {
  return { actor: { tipo: 'sistema', nome: 'sorveglianza' }, subject: { datoreId }, authority: { tipo: 'operatore' } };
}
