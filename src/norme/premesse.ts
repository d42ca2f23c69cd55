import { premessaProiezione, proiettata } from './celle.ts';
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
  return primaLePremesse(premesse(norme, anni), risposta);
}

/** An answer with the premises that were found when it was reckoned as its first field; as it is where there are none. */
export function primaLePremesse<T extends object>(
  prima: readonly string[],
  risposta: T,
): T & { readonly premesse?: readonly string[] } {
  return prima.length === 0 ? risposta : { premesse: prima, ...risposta };
}

/** Whether a year has its table from INPS: a draft that the data folder keeps is no such table. */
export function pubblicato(norme: Tabelle, anno: number): boolean {
  return norme.anni.includes(anno) && !proiettata(norme.tabella(anno));
}
