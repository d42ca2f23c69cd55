import { norme } from '../../../norme/norme.ts';
import type { Fonte } from '../../../valori/spiegazione.ts';
import { percorsi } from '../../percorsi.ts';
import { elencoNorme } from './elenco.ts';

/**
 * Where in *Norme* a step's source is listed, with its validity, its last check and whether other sources disagree: the year's
 * table, or the page of the rule. Undefined for what is arithmetic alone.
 */
export function createPaginaFonte(): (fonte: Fonte) => string | undefined {
  const pagine = new Map<string, string>();
  const add = ({ titolo }: Fonte, pagina: string) => {
    if (!pagine.has(titolo)) pagine.set(titolo, pagina);
  };
  for (const anno of norme().anni.toReversed()) {
    for (const fonte of norme().tabella(anno).fonti) add(fonte, percorsi.tabella(anno));
  }
  for (const { nome, gruppi } of elencoNorme()) {
    for (const { regole } of gruppi) {
      for (const fonte of regole.flatMap((regola) => regola.fonti)) add(fonte, percorsi.norma(nome));
    }
  }
  // A step that rests on two sources names both, joined by a semicolon.
  return ({ titolo }) => pagine.get(titolo) ?? pagine.get(titolo.split('; ').find((parte) => pagine.has(parte)) ?? '');
}
