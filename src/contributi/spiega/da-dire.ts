import type { Norme } from '../../norme/norme.ts';
import type { Conto } from '../conto/gruppo.ts';
import { restaDaPagare } from './resta-da-pagare.ts';
import { sottoIlMinimo } from './sotto-il-minimo.ts';

/**
 * What no road goes without, not even the rows of a file, which have no explanation: a pay below the contract's minimum, what
 * an end leaves to the next quarter, what to know of the suspension that was asked for. Nearly always nothing, and then it
 * costs next to nothing.
 */
export function daDire(conto: Conto, norme: Norme): readonly string[] {
  const { situazione, contesto, scadenza } = conto;
  const paga = sottoIlMinimo(conto, norme);
  const { cessazione, territori } = situazione;
  if (cessazione === undefined && territori.length === 0) return paga;
  const resto = restaDaPagare(situazione, contesto, norme);
  return [...paga, ...(resto === undefined ? [] : [resto]), ...(territori.length === 0 ? [] : scadenza.avvertenze)];
}
