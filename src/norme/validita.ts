import { aggiungiGiorni } from '../valori/giorno.ts';
import type { Difetto } from './controlli-anno.ts';
import type { Validita } from './regole-scadenze.ts';

/**
 * Successive versions of one rule must follow each other day by day: no gap, no overlap, only the last one open.
 * @param chiave path of the list in its file, for the sentence
 */
export function controllaSuccessione(versioni: readonly Validita[], chiave: string): Difetto[] {
  return versioni.flatMap((versione, indice) => {
    const dove = `${chiave}.${indice}`;
    if (versione.al !== undefined && versione.al < versione.dal) {
      return [{ chiave: `${dove}.al`, motivo: `${versione.al} viene prima di dal ${versione.dal}` }];
    }
    const seguente = versioni[indice + 1];
    if (seguente === undefined) return [];
    if (versione.al === undefined) return [{ chiave: `${dove}.al`, motivo: 'manca, ma un’altra versione segue' }];
    return seguente.dal === aggiungiGiorni(versione.al, 1)
      ? []
      : [{ chiave: `${chiave}.${indice + 1}.dal`, motivo: `serve il giorno dopo ${versione.al}, non ${seguente.dal}` }];
  });
}
