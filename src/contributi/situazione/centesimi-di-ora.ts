import type { Decimale } from '../../valori/decimale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { leggiOre, ORA } from '../../valori/ore.ts';

/**
 * Hours as whole hundredths of an hour: inside a quarter hours are moved between days and weeks, and integers lose none.
 * @param massimo in hours
 * @throws ErroreDati `ore-non-valide` when negative, above the bound, or finer than a hundredth of an hour
 */
export function inCentesimiDiOra(ore: Decimale, campo: string, massimo: number): number {
  const lette = leggiOre(ore);
  if (typeof lette === 'number' && lette >= 0 && lette <= massimo * ORA) return lette;
  throw new ErroreDati('ore-non-valide', { ore: ore.toString(), massimo, campo });
}

/**
 * The coarsest step that keeps a number of hours whole and leaves a step at least to each of `parti`: an hour, a quarter of
 * an hour, a hundredth.
 */
export function passo(centesimiDiOra: number, parti = 1): number {
  const abbastanza = (unita: number): boolean => centesimiDiOra === 0 || centesimiDiOra >= unita * parti;
  return [ORA, ORA / 4, 1].find((unita) => centesimiDiOra % unita === 0 && abbastanza(unita)) ?? 1;
}
