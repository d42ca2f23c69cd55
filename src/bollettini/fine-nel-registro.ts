import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import { beforeHiring } from '../anagrafe/cambio-condizioni.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import type { ArchivioBollettini } from './porte.ts';

/**
 * Writes the end of a rapporto within the caller's transaction, unless who tells it came in with the codes of a letter: they
 * prepare a quarter, and do not rewrite what was agreed.
 * @param fine null takes it away
 * @returns whether it was written
 * @throws ErroreDati `data-prima-assunzione`
 */
export async function ricordaFine(
  tx: Pick<ArchivioBollettini, 'rapporti' | 'atti'>,
  contesto: Contesto,
  { id, assunzione }: Pick<RapportoDiLavoro, 'id' | 'assunzione'>,
  fine: Giorno | null,
): Promise<boolean> {
  if (contesto.authority.tipo === 'codice-rapporto') return false;
  if (fine !== null && fine < assunzione) throw beforeHiring('cessazione');
  await tx.rapporti.scriviCessazione(id, fine ?? undefined);
  const oggetto = { tipo: 'rapporto', id } as const;
  await tx.atti.registra({ azione: 'rapporto-cessato', contesto, oggetto, dettaglio: { il: fine } });
  return true;
}

/** The same by itself. @throws ErroreDati `data-prima-assunzione`; NonTrovato */
export async function scriviFine(
  { archivio }: Pick<DipendenzeBollettini, 'archivio'>,
  contesto: Contesto,
  { rapportoId, fine }: { readonly rapportoId: Id; readonly fine: Giorno | null },
): Promise<RapportoDiLavoro> {
  requireDispositivo(contesto);
  const ambito = ambitoDi(contesto);
  const dopo = await archivio.transazione(async (tx) => {
    const prima = await tx.rapporti.trova(ambito, rapportoId);
    if (prima === undefined) return undefined;
    await ricordaFine(tx, contesto, prima, fine);
    return tx.rapporti.trova(ambito, rapportoId);
  });
  if (dopo === undefined) throw new NonTrovato('Rapporto di lavoro');
  return dopo;
}
