import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { type ChiaveTentativo, type FaultBean, NodoIrraggiungibile, type StatoRpt } from '../pagopa/nodo-client.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEvento } from './esito-tentativo.ts';
import type { Consegna, Tentativo } from './pagamento.ts';
import { richiestaDi } from './richiesta.ts';

/** After this long a sending that nobody finished may be taken up by another process. Longer than the node's time-out. */
const INVIO_SCADE_MS = 60_000;
/** How long to look for the result of a sending that another process has in hand, and how often. */
const ATTESA_ALTRUI_MS = 10_000;
const INTERVALLO_MS = 100;

/** What the node is known to have done with a cart. */
type Sorte =
  | { readonly tipo: 'accettata'; readonly url?: string }
  | { readonly tipo: 'rifiutata'; readonly fault: FaultBean }
  | { readonly tipo: 'sconosciuta' }
  | { readonly tipo: 'ignota' };

/**
 * Sends hand-offs to the node, each once. The hand-off is marked uncertain before anything leaves, so that a crash, a lost
 * answer or a second press find it so and ask the node (nodoChiediStatoRPT) before they send anything again.
 */
export function createInvio(dip: DipendenzePagamenti): (contesto: Contesto, id: Id) => Promise<Consegna> {
  const inCorso = new Map<Id, Promise<void>>();
  const { letture } = dip.archivio;

  async function leggi(contesto: Contesto, id: Id): Promise<Consegna> {
    const consegna = await letture.consegne.trova(ambitoDi(contesto), id);
    if (consegna === undefined) throw new NonTrovato('Pagamento');
    return consegna;
  }

  return async (contesto, id) => {
    requireDispositivo(contesto);
    const consegna = await leggi(contesto, id);
    await requireWhole(dip, contesto, id);
    if (consegna.stato !== 'da-inviare' && consegna.stato !== 'invio-incerto') return consegna;
    let invio = inCorso.get(id);
    if (invio === undefined) {
      invio = send(dip, contesto, consegna).finally(() => inCorso.delete(id));
      inCorso.set(id, invio);
    }
    await invio;
    return leggi(contesto, id);
  };
}

/** Whoever acts for one rapporto may not send a hand-off that pays others too. */
async function requireWhole({ archivio }: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<void> {
  const ambito = ambitoDi(contesto);
  if (ambito.rapportoId === undefined) return;
  for (const tentativo of await archivio.letture.tentativi.dellaConsegna(id)) {
    if ((await archivio.letture.tentativi.trova(ambito, tentativo.id)) === undefined) throw new NonTrovato('Pagamento');
  }
}

async function send(dip: DipendenzePagamenti, contesto: Contesto, consegna: Consegna): Promise<void> {
  const preso = await takeSending(dip, contesto, consegna);
  if (preso === undefined) return waitForOther(dip, contesto, consegna.id);
  const prima: Sorte = preso === 'da-inviare' ? { tipo: 'sconosciuta' } : await askNode(dip, consegna);
  const sorte = prima.tipo === 'sconosciuta' ? await sendCart(dip, consegna) : prima;
  await writeDown(dip, contesto, consegna, sorte);
}

/** Marks the hand-off uncertain and writes its RPTs, in one transaction: from here on the node may have it. */
function takeSending({ archivio, ente, clock }: DipendenzePagamenti, contesto: Contesto, consegna: Consegna) {
  const ora = clock.now();
  const scadutoPrimaDi = new Date(ora.getTime() - INVIO_SCADE_MS).toISOString();
  const ambito = { datoreId: consegna.datoreId };
  return archivio.transazione(async (tx) => {
    const preso = await tx.consegne.prendiInvio(consegna.id, ora.toISOString(), scadutoPrimaDi);
    if (preso !== 'da-inviare') return preso;
    const datore = await tx.rapporti.datore(ambito);
    for (const tentativo of await tx.tentativi.dellaConsegna(consegna.id)) {
      const bollettino = await tx.bollettini.trova(ambito, tentativo.bollettinoId);
      const rapporto = bollettino && (await tx.rapporti.trova(ambito, bollettino.rapportoId));
      if (datore === undefined || bollettino === undefined || rapporto === undefined) throw new NonTrovato('Pagamento');
      await tx.tentativi.salvaRpt(
        tentativo.id,
        richiestaDi({ tentativo, bollettino, rapporto, datore }, ente, contesto, ora),
      );
    }
    return preso;
  });
}

async function sendCart(dip: DipendenzePagamenti, consegna: Consegna): Promise<Sorte> {
  const { letture } = dip.archivio;
  const tentativi = await letture.tentativi.dellaConsegna(consegna.id);
  const rpt: { readonly chiave: ChiaveTentativo; readonly xml: string }[] = [];
  for (const { id, dominio, iuv, ccp } of tentativi) {
    const xml = await letture.tentativi.rpt(id);
    if (xml === undefined) throw new Error(`tentativo ${id} has no RPT`);
    rpt.push({ chiave: { dominio, iuv, ccp }, xml });
  }
  return orUnknown(async () => {
    const esito = await dip.nodo.inviaCarrelloRpt(consegna.idCarrello, rpt);
    if (esito.esito === 'OK') return { tipo: 'accettata', url: esito.url };
    // A refusal is believed only when the node, asked, does not have the RPT: a wrong or late fault must free nothing.
    const sorte = await askNode(dip, consegna);
    return sorte.tipo === 'sconosciuta' ? { tipo: 'rifiutata', fault: esito.fault } : sorte;
  });
}

/** Whether the node has the cart: all its RPTs share one fate until they are paid, so the first one tells. */
async function askNode({ archivio, nodo }: DipendenzePagamenti, consegna: Consegna): Promise<Sorte> {
  const [primo] = await archivio.letture.tentativi.dellaConsegna(consegna.id);
  if (primo === undefined) throw new Error(`consegna ${consegna.id} has no attempts`);
  return orUnknown(async () => {
    const stato = await nodo.chiediStatoRpt(primo);
    if (!('faultCode' in stato)) return sorteOf(stato);
    return stato.faultCode === 'PPT_RPT_SCONOSCIUTA' ? { tipo: 'sconosciuta' } : { tipo: 'ignota' };
  });
}

function sorteOf(stato: StatoRpt): Sorte {
  if (stato.stato !== 'RPT_RIFIUTATA_NODO') {
    return { tipo: 'accettata', ...(stato.url !== undefined && { url: stato.url }) };
  }
  const descrizione = stato.storico.at(-1)?.descrizione ?? '';
  return {
    tipo: 'rifiutata',
    fault: { faultCode: stato.stato, faultString: descrizione, id: 'NodoDeiPagamentiSPC' },
  };
}

async function orUnknown(chiedi: () => Promise<Sorte>): Promise<Sorte> {
  try {
    return await chiedi();
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile) return { tipo: 'ignota' };
    throw errore;
  }
}

async function writeDown(
  { archivio, clock }: DipendenzePagamenti,
  contesto: Contesto,
  { id }: Consegna,
  sorte: Sorte,
): Promise<void> {
  const il = clock.now().toISOString();
  if (sorte.tipo === 'ignota' || sorte.tipo === 'sconosciuta') return archivio.letture.consegne.lasciaInvio(id, il);
  const accettata = sorte.tipo === 'accettata';
  await archivio.transazione(async (tx) => {
    const campi = accettata
      ? { ...(sorte.url !== undefined && { url: sorte.url, ...idSessioneOf(sorte.url) }) }
      : { errore: `${sorte.fault.faultCode}: ${sorte.fault.description ?? sorte.fault.faultString}`.slice(0, 500) };
    const stato = accettata ? 'inviata' : 'rifiutata';
    // When a receipt came before our own answer, the hand-off may be concluded already: nothing is left to write.
    if (!(await tx.consegne.cambiaStato(id, ['invio-incerto'], stato, il, campi))) return;
    const evento = accettata ? 'invio-accettato' : 'invio-rifiutato';
    const tentativi: readonly Tentativo[] = await tx.tentativi.dellaConsegna(id);
    for (const tentativo of tentativi) await applyEvento(tx, tentativo, evento, il);
    await tx.atti.registra({
      azione: accettata ? 'consegna-inviata' : 'consegna-rifiutata',
      contesto,
      oggetto: { tipo: 'consegna', id },
    });
  });
}

function idSessioneOf(url: string): { readonly idSessione?: string } {
  const idSessione = URL.canParse(url) ? new URL(url).searchParams.get('idSession') : null;
  return idSessione === null ? {} : { idSessione };
}

/** Somebody else is sending this very hand-off: their result is ours. */
async function waitForOther({ archivio }: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<void> {
  for (let atteso = 0; atteso < ATTESA_ALTRUI_MS; atteso += INTERVALLO_MS) {
    const consegna = await archivio.letture.consegne.trova(ambitoDi(contesto), id);
    if (consegna?.stato !== 'invio-incerto') return;
    await new Promise((resolve) => setTimeout(resolve, INTERVALLO_MS));
  }
}
