import { premessaProiezione } from '../norme/celle.ts';
import type { Norme } from '../norme/norme.ts';

/** The first lines of an answer that rests on a table INPS has not published, one a year; none when all are published. */
export function premesse(norme: Pick<Norme, 'anni' | 'tabella'>, anni: readonly number[]): string[] {
  return [...new Set(anni)].flatMap((anno) => {
    const premessa = norme.anni.includes(anno) ? premessaProiezione(norme.tabella(anno)) : undefined;
    return premessa === undefined ? [] : [premessa];
  });
}
