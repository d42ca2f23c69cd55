import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { fromPersistiti } from './dati-persistiti.ts';
import { toCambio } from './emissione.ts';
import type { CambioBollettino } from './porte.ts';

/**
 * Computes a bollettino again from its own data with the rules in force now.
 * @returns the change to write when the amount or the due date is no longer the stored one (a rule was corrected since),
 *   undefined when all is as it was
 */
export function ricalcola(
  bollettino: Bollettino,
  calcola: (dati: DatiCalcolo) => readonly Calcolo[],
): CambioBollettino | undefined {
  const dati = fromPersistiti(bollettino.dati);
  const calcolo = calcola(dati).find((uno) => uno.gruppo === bollettino.gruppo);
  if (calcolo === undefined) return undefined;
  const stesso = calcolo.totale === bollettino.importo && calcolo.scadenza.scadenza === bollettino.scadenza;
  return stesso ? undefined : toCambio(dati, calcolo);
}
