import { Decimale } from '../valori/decimale.ts';
import { ORA, type Ore } from '../valori/ore.ts';
import { inDecimale, oreIntere, ore as oreDecimali } from './testo.ts';

/** Hours there are in a week: nobody is paid for more. */
export const ORE_DI_UNA_SETTIMANA = 168;

/** The hours of an ordinary week as the exact fraction `settimanali / divisore` (an average has the weeks below). */
export interface OrarioOrdinario {
  readonly settimanali: Ore;
  readonly divisore: number;
}

/** Hours as an exact decimal. */
export function comeDecimale(ore: Ore): Decimale {
  if (typeof ore !== 'number') return ore;
  return ore % ORA === 0 ? inDecimale(ore / ORA) : new Decimale(ore).dividedBy(ORA);
}

/** Hours as a step writes them: `2450` → `24,5 ore`. */
export function testoOre(ore: Ore): string {
  return typeof ore === 'number' && ore % ORA === 0 ? oreIntere(ore / ORA) : oreDecimali(comeDecimale(ore));
}

/** `2450` → `24,5`. */
export function numeroOre(ore: Ore): string {
  return comeDecimale(ore).toFixed().replace('.', ',');
}

/** Weekly hours, exact; an average that does not end is cut to six decimals. */
export function orarioEsatto({ settimanali, divisore }: OrarioOrdinario): Decimale {
  const esatte = comeDecimale(settimanali);
  return divisore === 1 ? esatte : esatte.dividedBy(divisore).toDecimalPlaces(6);
}
