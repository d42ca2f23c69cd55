import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ConflittoTransazione } from '../bollettini/transazioni.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import { type EventoTentativo, STATI_TENTATIVO, transizione } from './transizioni.ts';

/**
 * Moves an attempt as the table says, and with it what hangs on it: the bollettino of an attempt that is over goes back to
 * the cart, the hand-off whose attempts are all over is concluded. Within the caller's transaction.
 * @returns the attempt's new state; the old one when the event changes nothing
 * @throws ConflittoTransazione when another message moved the attempt since it was read
 */
export async function applyEvento(
  tx: ArchivioPagamenti,
  tentativo: Tentativo,
  evento: EventoTentativo,
  il: string,
): Promise<Tentativo['stato']> {
  const stato = transizione(tentativo.stato, evento);
  if (stato === undefined) return tentativo.stato;
  // Two receipts of one hand-off at the same moment would each see the other's attempt still open.
  await tx.consegne.blocca(tentativo.consegnaId);
  if (!(await tx.tentativi.cambiaStato(tentativo.id, tentativo.stato, stato, il))) {
    throw new ConflittoTransazione(`tentativo ${tentativo.id} moved meanwhile`);
  }
  if (!STATI_TENTATIVO[stato].vivo) {
    if (stato !== 'eseguito') await backToCart(tx, tentativo.bollettinoId, il);
    await concludeIfOver(tx, tentativo.consegnaId, il);
  }
  return stato;
}

/** Only a bollettino in payment goes back, and only when no other attempt holds it. */
async function backToCart(tx: ArchivioPagamenti, bollettinoId: Id, il: string): Promise<void> {
  const tentativi = await tx.tentativi.delBollettino(bollettinoId);
  if (tentativi.some((tentativo) => STATI_TENTATIVO[tentativo.stato].vivo)) return;
  await tx.bollettini.segna(bollettinoId, ['in-pagamento'], 'nel-carrello', il);
}

async function concludeIfOver(tx: ArchivioPagamenti, consegnaId: Id, il: string): Promise<void> {
  const tentativi = await tx.tentativi.dellaConsegna(consegnaId);
  if (tentativi.some((tentativo) => STATI_TENTATIVO[tentativo.stato].vivo)) return;
  // Also one that nobody sent: its notices were paid at a counter.
  await tx.consegne.cambiaStato(consegnaId, ['da-inviare', 'invio-incerto', 'inviata'], 'conclusa', il);
}
