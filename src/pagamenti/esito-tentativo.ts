import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ConflittoTransazione } from '../bollettini/transazioni.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import { type EventoTentativo, isVivo, TRANSIZIONI, transizione } from './transizioni.ts';

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
  await hold(tx, tentativo.consegnaId, stato);
  if (!(await tx.tentativi.cambiaStato(tentativo.id, tentativo.stato, stato, il))) {
    throw new ConflittoTransazione(`tentativo ${tentativo.id} moved meanwhile`);
  }
  await settle(tx, [{ ...tentativo, stato }], il);
  return stato;
}

/** The same, for all the attempts of a hand-off: the event moves those that it finds where it can move them. */
export async function applyEventoATutti(
  tx: ArchivioPagamenti,
  consegnaId: Id,
  evento: EventoTentativo,
  il: string,
): Promise<void> {
  for (const { da, a } of TRANSIZIONI.filter((passo) => passo.evento === evento)) {
    await hold(tx, consegnaId, a);
    await settle(tx, await tx.tentativi.muovi(consegnaId, da, a, il), il);
  }
}

/** Two receipts of one hand-off at the same moment would each see the other's attempt still open. */
async function hold(tx: ArchivioPagamenti, consegnaId: Id, a: Tentativo['stato']): Promise<void> {
  if (!isVivo(a)) await tx.consegne.blocca(consegnaId);
}

/** What hangs on attempts of one hand-off that have just moved. */
async function settle(tx: ArchivioPagamenti, mossi: readonly Tentativo[], il: string): Promise<void> {
  const finiti = mossi.filter(({ stato }) => !isVivo(stato));
  for (const { stato, bollettinoId } of finiti) if (stato !== 'eseguito') await backToCart(tx, bollettinoId, il);
  const [uno] = finiti;
  if (uno !== undefined) await tx.consegne.concludiSeFinita(uno.consegnaId, il);
}

/** Only a bollettino in payment goes back, and only when no other attempt holds it. */
async function backToCart(tx: ArchivioPagamenti, bollettinoId: Id, il: string): Promise<void> {
  const tentativi = await tx.tentativi.delBollettino(bollettinoId);
  if (tentativi.some((tentativo) => isVivo(tentativo.stato))) return;
  await tx.bollettini.segna(bollettinoId, ['in-pagamento'], 'nel-carrello', il);
}
