import { Decimale } from '../../valori/decimale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Ore, testo } from '../ore.ts';
import { inDecimale } from '../testo.ts';

/**
 * Hours as whole hundredths of an hour: inside a quarter hours are moved between days and weeks, and integers lose none.
 */
export const ORA = 100;

/**
 * @param massimo in hours
 * @throws ErroreDati `ore-non-valide` when negative, above the bound, or finer than a hundredth of an hour
 */
export function inCentesimiDiOra(ore: Decimale, campo: string, massimo: number): number {
  const centesimi = ore.times(ORA);
  if (centesimi.isInteger() && !ore.isNegative() && !ore.greaterThan(massimo)) return centesimi.toNumber();
  throw new ErroreDati(
    'ore-non-valide',
    `${campo}: «${ore.toString()}» ore non va bene; indicare un numero da 0 a ${massimo}, con al più due decimali.`,
    { campo },
  );
}

export function inOre(centesimiDiOra: number): Ore {
  const intere = centesimiDiOra % ORA === 0 ? centesimiDiOra / ORA : -1;
  return { esatte: intere >= 0 ? inDecimale(intere) : new Decimale(centesimiDiOra).dividedBy(ORA), intere };
}

/** `2450` → `24,5 ore`. */
export function testoOre(centesimiDiOra: number): string {
  return testo(inOre(centesimiDiOra));
}

/** `2450` → `24,5`. */
export function numeroOre(centesimiDiOra: number): string {
  return inOre(centesimiDiOra).esatte.toFixed().replace('.', ',');
}

/** The coarsest step that keeps a number of hours whole: an hour, a quarter of an hour, a hundredth. */
export function passo(centesimiDiOra: number): number {
  return [ORA, ORA / 4, 1].find((unita) => centesimiDiOra % unita === 0) ?? 1;
}
