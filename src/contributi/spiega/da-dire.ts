import type { Norme } from '../../norme/norme.ts';
import type { Conto } from '../conto/gruppo.ts';
import { restaDaPagare } from './resta-da-pagare.ts';

const NIENTE: readonly string[] = [];

/**
 * What no road goes without, not even the rows of a file, which have no explanation: what an end leaves to the next quarter,
 * what to know of the suspension that was asked for. Nearly always nothing, and then it costs nothing.
 */
export function daDire({ situazione, contesto, scadenza }: Conto, norme: Norme): readonly string[] {
  const { cessazione, territori } = situazione;
  if (cessazione === undefined && territori.length === 0) return NIENTE;
  const resto = restaDaPagare(situazione, contesto, norme);
  return [...(resto === undefined ? [] : [resto]), ...(territori.length === 0 ? [] : scadenza.avvertenze)];
}
