import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from './bollettino.ts';
import type { ArchivioBollettini } from './porte.ts';
import { comuni, meno, unione } from './settimane-coperte.ts';

/**
 * A removed bollettino was paid all the same: a PSP had asked for it before. Its money counts, so whatever of the same quarter
 * asks for it again leaves the cart; what is in payment already stays, and then the weeks are its.
 * @returns those that left the cart
 */
export async function riprendiPagato(tx: ArchivioBollettini, id: Id, il: string): Promise<readonly Bollettino[]> {
  const [pagato] = await tx.bollettini.perId([id]);
  if (pagato?.stato !== 'eliminato') return [];
  const tutti = await tx.bollettini.delTrimestre(pagato.rapportoId, pagato.trimestre);
  const ceduti: Bollettino[] = [];
  for (const altro of tutti) {
    const chiedeAncora = altro.integrazione !== undefined || comuni(altro.settimane, pagato.settimane) !== 0;
    if (altro.stato !== 'nel-carrello' || !chiedeAncora) continue;
    if (!(await tx.bollettini.segna(altro.id, ['nel-carrello'], 'eliminato', il))) continue;
    await tx.atti.registra({ azione: 'bollettino-eliminato', oggetto: { tipo: 'bollettino', id: altro.id } });
    ceduti.push(altro);
  }
  const restano = tutti.filter((altro) => altro.stato !== 'eliminato' && !ceduti.includes(altro));
  await tx.bollettini.riprendi(id, meno(pagato.settimane, unione(restano.map(({ settimane }) => settimane))), il);
  return ceduti;
}
