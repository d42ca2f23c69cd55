import { premessaProiezione } from './celle.ts';
import type { Norme } from './norme.ts';

type Tabelle = Pick<Norme, 'anni' | 'tabella'>;

/**
 * What stands before an answer, wherever it is given, that rests on a table INPS has not published: a sentence a year; none when
 * all are published.
 */
export function premesse(norme: Tabelle, anni: readonly number[]): string[] {
  return [...new Set(anni)].flatMap((anno) => {
    const premessa = norme.anni.includes(anno) ? premessaProiezione(norme.tabella(anno)) : undefined;
    return premessa === undefined ? [] : [premessa];
  });
}

/** The same for programs: the answer, with `premesse` as its first field where there are any. */
export function conPremesse<T extends object>(
  norme: Tabelle,
  anni: readonly number[],
  risposta: T,
): T & { readonly premesse?: readonly string[] } {
  const prima = premesse(norme, anni);
  return prima.length === 0 ? risposta : { premesse: prima, ...risposta };
}
