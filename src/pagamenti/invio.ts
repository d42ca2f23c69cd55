import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { EventoDatato } from './giornale-eventi.ts';
import type { Consegna } from './pagamento.ts';
import type { Richiesta } from './porte.ts';
import { richiestaDi } from './richiesta.ts';
import { writeDown } from './sorte-consegna.ts';
import type { Vie } from './vie/vie.ts';
import type { Sorte } from './vie/via.ts';

/** After this long a sending that nobody finished may be taken up by another process. Longer than the node's time-out. */
export const INVIO_SCADE_MS = 60_000;
/** How long to look for the result of a sending that another process has in hand, and how often. */
const ATTESA_ALTRUI_MS = 10_000;
const INTERVALLO_MS = 100;

/**
 * Sends hand-offs to the node, each once. The hand-off is marked uncertain before anything leaves, so that a crash, a lost
 * answer or a second press find it so and ask the node (nodoChiediStatoRPT) before they send anything again.
 */
export function createInvio(dip: DipendenzePagamenti, vie: Vie): (contesto: Contesto, id: Id) => Promise<Consegna> {
  const inCorso = new Map<Id, Promise<Consegna | undefined>>();
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
      invio = send(dip, vie, contesto, consegna).finally(() => inCorso.delete(id));
      inCorso.set(id, invio);
    }
    return (await invio) ?? leggi(contesto, id);
  };
}

/** Whoever acts for one rapporto may not send a hand-off that pays others too. */
export async function requireWhole({ archivio }: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<void> {
  const ambito = ambitoDi(contesto);
  if (ambito.rapportoId === undefined) return;
  for (const tentativo of await archivio.letture.tentativi.dellaConsegna(id)) {
    if ((await archivio.letture.tentativi.trova(ambito, tentativo.id)) === undefined) throw new NonTrovato('Pagamento');
  }
}

/**
 * Sends a hand-off, or asks what became of it when it may have been sent; for who holds no page open (see `sorveglianza.ts`).
 * @returns the hand-off as it is now, where we wrote it
 */
export async function send(
  dip: DipendenzePagamenti,
  vie: Vie,
  contesto: Contesto,
  consegna: Consegna,
): Promise<Consegna | undefined> {
  const presa = await takeSending(dip, contesto, consegna);
  if (presa === undefined) return waitForOther(dip, contesto, consegna.id);
  const risposte: EventoDatato[] = [];
  const via = vie(consegna.modo, (risposta) => risposte.push(risposta));
  const { letture } = dip.archivio;
  try {
    const richieste = presa.nuove ?? (await letture.tentativi.richieste(consegna.id));
    const tentativi = richieste.map(({ tentativo }) => tentativo);
    const prima: Sorte = presa.era === 'da-inviare' ? { tipo: 'sconosciuta' } : await via.chiedi(consegna, tentativi);
    const sorte = prima.tipo === 'sconosciuta' ? await via.invia(consegna, richieste) : prima;
    return await writeDown(dip, contesto, consegna, sorte, risposte);
  } catch (errore) {
    await letture.giornale.registra(risposte);
    throw errore;
  }
}

interface Presa {
  readonly era: 'da-inviare' | 'invio-incerto';
  /** The RPTs, where they were written now. */
  readonly nuove?: readonly Richiesta[];
}

/** Marks the hand-off uncertain and writes its RPTs, in one transaction: from here on the node may have it. */
function takeSending(
  { archivio, ente, clock }: DipendenzePagamenti,
  contesto: Contesto,
  { id, modo }: Consegna,
): Promise<Presa | undefined> {
  const ora = clock.now();
  const scadutoPrimaDi = new Date(ora.getTime() - INVIO_SCADE_MS).toISOString();
  const tipoVersamento = modo === 'avviso' ? 'PO' : 'BBT';
  return archivio.transazione(async (tx) => {
    const era = await tx.consegne.prendiInvio(id, ora.toISOString(), scadutoPrimaDi);
    if (era === undefined) return undefined;
    if (era === 'invio-incerto' || modo === 'checkout') return { era };
    const nuove = (await tx.tentativi.daChiedere(id)).map((una) => ({
      tentativo: una.tentativo,
      rpt: richiestaDi(una, tipoVersamento, { ente, contesto, ora }),
    }));
    if (nuove.length === 0) throw new NonTrovato('Pagamento');
    await tx.tentativi.scriviRpt(nuove.map(({ tentativo, rpt }) => ({ tentativoId: tentativo.id, xml: rpt })));
    return { era, nuove };
  });
}

/** Somebody else is sending this very hand-off: their result is ours. */
async function waitForOther({ archivio }: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<undefined> {
  for (let atteso = 0; atteso < ATTESA_ALTRUI_MS; atteso += INTERVALLO_MS) {
    const consegna = await archivio.letture.consegne.trova(ambitoDi(contesto), id);
    if (consegna?.stato !== 'invio-incerto') return undefined;
    await new Promise((resolve) => setTimeout(resolve, INTERVALLO_MS));
  }
  return undefined;
}
