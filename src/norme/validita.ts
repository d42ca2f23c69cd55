import { aggiungiGiorni } from '../valori/giorno.ts';
import type { Difetto } from './controlli-anno.ts';
import type { Validita } from './regole-scadenze.ts';
import { italiano } from '../valori/italiano.ts';

/**
 * Successive versions of one rule must follow each other day by day: no gap, no overlap, only the last one open.
 * @param chiave path of the list in its file, for the sentence
 */
export function controllaSuccessione(versioni: readonly Validita[], chiave: string): Difetto[] {
  return versioni.flatMap((versione, indice) => {
    const { dal, al } = versione;
    const dove = `${chiave}.${indice}.al`;
    const seguente = versioni[indice + 1];
    if (al === undefined) {
      return seguente === undefined ? [] : [{ chiave: dove, motivo: 'manca, ma un’altra versione segue' }];
    }
    if (al < dal) return [{ chiave: dove, motivo: italiano`${al} viene prima di dal ${dal}` }];
    return seguente === undefined || seguente.dal === aggiungiGiorni(al, 1)
      ? []
      : [{ chiave: `${chiave}.${indice + 1}.dal`, motivo: `serve il giorno dopo ${al}, non ${seguente.dal}` }];
  });
}
