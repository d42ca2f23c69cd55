import type { CodiceAssociazione } from '../contributi/calcolo.ts';
import type { Norme } from '../norme/norme.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import { giorno } from '../valori/giorno.ts';

/** What a fund asks in a year before it gives its benefits, and how much of it is missing: both cents. */
interface SottoIlMinimo {
  readonly minimo: Centesimi;
  readonly manca: Centesimi;
}

/**
 * A year of a fund's contribution below what gives its benefits (`rules/associazioni.yaml`, `minimoAnnuo`).
 * @param versati of the whole year, cents
 * @returns undefined when it is enough, or the fund asks no minimum in that year
 */
export function sottoIlMinimoDelFondo(
  fondo: CodiceAssociazione,
  anno: number,
  versati: Centesimi,
  norme: Norme,
): SottoIlMinimo | undefined {
  const minimo = norme.associazione(fondo, giorno(anno, 12, 31)).tariffa.minimoAnnuo;
  return minimo === undefined || versati >= minimo ? undefined : { minimo, manca: centesimi(minimo - versati) };
}
