import { ambitoDi } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import { type CambioCondizioni, nuoveCondizioni } from '../anagrafe/cambio-condizioni.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { ArchivioBollettini } from './porte.ts';

/**
 * Writes a change of terms in the rapporto, unless who tells it came in with the codes of a letter: they prepare a quarter, and
 * do not rewrite what was agreed.
 * @returns the day from which the new terms hold; undefined when nothing was written
 */
export async function ricordaCambio(
  tx: ArchivioBollettini,
  contesto: Contesto,
  rapporto: RapportoDiLavoro,
  cambio: CambioCondizioni | undefined,
): Promise<Giorno | undefined> {
  if (cambio === undefined || contesto.authority.tipo === 'codice-rapporto') return undefined;
  await tx.rapporti.scriviCondizioni(ambitoDi(contesto), rapporto.id, nuoveCondizioni(rapporto, cambio));
  const oggetto = { tipo: 'rapporto', id: rapporto.id } as const;
  await tx.atti.registra({ azione: 'condizioni-cambiate', contesto, oggetto, dettaglio: { dal: cambio.dal } });
  return cambio.dal;
}
