import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Ore, perEccesso } from '../../valori/ore.ts';
import type { Letture } from '../letture.ts';
import { numeroOre } from '../ore.ts';

/**
 * A bollettino's hours as they are paid: up to a whole hour (circ. INPS 19/2006), or exact to the hundredth.
 * @returns hundredths of an hour
 * @throws ErroreDati `ore-non-valide` when the exact reading meets a finer fraction
 */
export function oreDaPagare(ore: Ore, lettura: Letture['oreInParti']): number {
  if (lettura !== 'esatte') return perEccesso(ore);
  if (typeof ore === 'number') return ore;
  throw new ErroreDati('ore-non-valide/lettura-esatta', { ore: numeroOre(ore), campo: 'oreSettimanali' });
}
