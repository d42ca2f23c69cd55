import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { Consegna } from './pagamento.ts';
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
      invio = send(dip, vie, contesto, consegna).finally(() => inCorso.delete(id));
      inCorso.set(id, invio);
    }
    await invio;
    return leggi(contesto, id);
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

/** Sends a hand-off, or asks what became of it when it may have been sent; for who holds no page open (see `sorveglianza.ts`). */
export async function send(dip: DipendenzePagamenti, vie: Vie, contesto: Contesto, consegna: Consegna): Promise<void> {
  const preso = await takeSending(dip, contesto, consegna);
  if (preso === undefined) return waitForOther(dip, contesto, consegna.id);
  const via = vie(consegna.modo);
  const tentativi = await dip.archivio.letture.tentativi.dellaConsegna(consegna.id);
  const prima: Sorte = preso === 'da-inviare' ? { tipo: 'sconosciuta' } : await via.chiedi(consegna, tentativi);
  const sorte = prima.tipo === 'sconosciuta' ? await via.invia(consegna, tentativi) : prima;
  await writeDown(dip, contesto, consegna, sorte);
}

/** Marks the hand-off uncertain and writes its RPTs, in one transaction: from here on the node may have it. */
function takeSending({ archivio, ente, clock }: DipendenzePagamenti, contesto: Contesto, consegna: Consegna) {
  const ora = clock.now();
  const scadutoPrimaDi = new Date(ora.getTime() - INVIO_SCADE_MS).toISOString();
  const ambito = { datoreId: consegna.datoreId };
  const tipoVersamento = consegna.modo === 'avviso' ? 'PO' : 'BBT';
  return archivio.transazione(async (tx) => {
    const preso = await tx.consegne.prendiInvio(consegna.id, ora.toISOString(), scadutoPrimaDi);
    if (preso !== 'da-inviare' || consegna.modo === 'checkout') return preso;
    const datore = await tx.rapporti.datore(ambito);
    for (const tentativo of await tx.tentativi.dellaConsegna(consegna.id)) {
      const bollettino = await tx.bollettini.trova(ambito, tentativo.bollettinoId);
      const rapporto = bollettino && (await tx.rapporti.trova(ambito, bollettino.rapportoId));
      if (datore === undefined || bollettino === undefined || rapporto === undefined) throw new NonTrovato('Pagamento');
      await tx.tentativi.salvaRpt(
        tentativo.id,
        richiestaDi({ tentativo, bollettino, rapporto, datore, tipoVersamento }, ente, contesto, ora),
      );
    }
    return preso;
  });
}

/** Somebody else is sending this very hand-off: their result is ours. */
async function waitForOther({ archivio }: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<void> {
  for (let atteso = 0; atteso < ATTESA_ALTRUI_MS; atteso += INTERVALLO_MS) {
    const consegna = await archivio.letture.consegne.trova(ambitoDi(contesto), id);
    if (consegna?.stato !== 'invio-incerto') return;
    await new Promise((resolve) => setTimeout(resolve, INTERVALLO_MS));
  }
}
