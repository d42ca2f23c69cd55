import type { Calcolo } from '../../contributi/calcolo.ts';
import { calcoloToJson } from '../../contributi/json.ts';
import { norme } from '../../norme/norme.ts';
import { conPremesse } from '../../norme/premesse.ts';

/** The bollettini of a quarter, as the schema `Calcoli` has them. */
export function calcoliToJson(calcoli: readonly Calcolo[]) {
  const anni = calcoli.map(({ trimestre }) => trimestre.anno);
  return conPremesse(norme(), anni, { calcoli: calcoli.map(calcoloToJson) });
}
