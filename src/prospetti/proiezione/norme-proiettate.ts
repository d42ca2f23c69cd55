import type { Norme } from '../../norme/norme.ts';
import type { TabellaAnno } from '../../norme/tabella-anno.ts';

/** The same rules with one more year, projected: for what-if calculations of a year not yet published. */
export function normeProiettate(norme: Norme, proiettata: TabellaAnno): Norme {
  return {
    ...norme,
    anni: [...norme.anni.filter((anno) => anno !== proiettata.anno), proiettata.anno],
    tabella: (anno) => (anno === proiettata.anno ? proiettata : norme.tabella(anno)),
    esempi: (anno) => (anno === proiettata.anno ? [] : norme.esempi(anno)),
  };
}
