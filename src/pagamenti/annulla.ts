import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { NodoIrraggiungibile } from '../pagopa/nodo-client.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEventoATutti } from './esito-tentativo.ts';
import { requireWhole } from './invio.ts';
import type { Consegna, Tentativo } from './pagamento.ts';
import { giveUp } from './sorte-consegna.ts';
import { isVivo } from './transizioni.ts';

/** The node's words for an RPT that waits on its page: no PSP has it (SANP 2.2.6 ch. 13). */
const SENZA_PSP = new Set(['RPT_RICEVUTA_NODO', 'RPT_ACCETTATA_NODO', 'RPT_PARCHEGGIATA_NODO']);

/**
 * Gives up a payment that was left half-way: its bollettini go back to the cart. One that reached pagoPA is given up only while
 * the node, asked, says that no PSP has it; a receipt that comes all the same is heard, as after every other end.
 * @throws NonTrovato; ErroreDati `pagamento-in-mano` (409) when it can no longer be given up, `pagopa-non-risponde` (503)
 */
export async function annulla(dip: DipendenzePagamenti, contesto: Contesto, id: Id): Promise<void> {
  requireDispositivo(contesto);
  const { letture } = dip.archivio;
  const consegna = await letture.consegne.trova(ambitoDi(contesto), id);
  if (consegna === undefined) throw new NonTrovato('Pagamento');
  await requireWhole(dip, contesto, id);
  if (consegna.stato === 'da-inviare') {
    if (await giveUp(dip, contesto, consegna, ['da-inviare'], 'annullata da chi pagava')) return;
    throw inMano('Nel frattempo il pagamento è stato passato a pagoPA.');
  }
  if (consegna.stato === 'invio-incerto') {
    throw inMano('pagoPA non ha ancora risposto: proseguire riprova la stessa richiesta, senza pagare due volte.');
  }
  if (consegna.stato !== 'inviata') throw inMano('Il pagamento è già concluso.');
  if (consegna.modo !== 'carrello-rpt') {
    throw inMano('Se non viene pagato, entro un’ora i suoi bollettini tornano da soli nel carrello.');
  }
  await requireWithoutPsp(dip, await letture.tentativi.dellaConsegna(id));
  await setFree(dip, contesto, consegna);
}

async function requireWithoutPsp({ nodo }: DipendenzePagamenti, tentativi: readonly Tentativo[]): Promise<void> {
  const vivi = tentativi.filter(({ stato }) => isVivo(stato));
  if (vivi.length === 0) throw inMano('Il pagamento è già concluso.');
  for (const tentativo of vivi) {
    const stato = await stateOf(nodo, tentativo);
    if (tentativo.stato === 'in-attesa' && SENZA_PSP.has(stato)) continue;
    throw inMano('pagoPA lo sta già eseguendo: aspettarne la ricevuta, che di solito arriva in pochi minuti.');
  }
}

async function stateOf(nodo: DipendenzePagamenti['nodo'], tentativo: Tentativo): Promise<string> {
  try {
    const risposta = await nodo.chiediStatoRpt(tentativo);
    return 'stato' in risposta ? risposta.stato : risposta.faultCode;
  } catch (errore) {
    if (!(errore instanceof NodoIrraggiungibile)) throw errore;
    throw new ErroreDati('pagopa-non-risponde', { riprovaFra: 30 });
  }
}

async function setFree({ archivio, clock }: DipendenzePagamenti, contesto: Contesto, { id }: Consegna): Promise<void> {
  const il = clock.now().toISOString();
  await archivio.transazione(async (tx) => {
    await applyEventoATutti(tx, id, 'annullato', il);
    await tx.atti.registra({ azione: 'consegna-annullata', contesto, oggetto: { tipo: 'consegna', id } });
  });
}

function inMano(perche: string): ErroreDati {
  return new ErroreDati('pagamento-in-mano', { perche });
}
