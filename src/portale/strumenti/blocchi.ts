import type { Voce } from '../../avvisi/stampa/scheda.ts';
import { formatEuroItaliano, type Centesimi } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { Decimale } from '../../valori/decimale.ts';
import type { Passo } from '../../valori/spiegazione.ts';

export interface Colonna {
  readonly testo: string;
  readonly numero?: boolean;
  readonly codice?: boolean;
}

/** One piece of an answer, as `strumento.njk` prints it. */
export type Blocco =
  | { readonly tipo: 'esito'; readonly tono: 'info' | 'successo' | 'attenzione'; readonly testo: string }
  | { readonly tipo: 'importo'; readonly titolo: string; readonly importo: string; readonly nota: string }
  | { readonly tipo: 'scheda'; readonly titolo: string; readonly voci: readonly Voce[] }
  | { readonly tipo: 'dati'; readonly titolo: string; readonly voci: readonly (readonly [string, string])[] }
  | {
      readonly tipo: 'tabella';
      readonly titolo: string;
      readonly colonne: readonly Colonna[];
      readonly righe: readonly (readonly string[])[];
      readonly totale: readonly string[] | null;
    }
  | { readonly tipo: 'passi'; readonly titolo: string; readonly passi: readonly Passo[] }
  | { readonly tipo: 'elenco'; readonly titolo: string; readonly voci: readonly string[] }
  | { readonly tipo: 'avvertenze'; readonly frasi: readonly string[] }
  | { readonly tipo: 'testo'; readonly titolo: string; readonly testo: string };

/** What stands before an answer that rests on a table INPS has not published. */
export function premesseInBlocchi(premesse: readonly string[]): Blocco[] {
  return premesse.map((testo) => ({ tipo: 'esito', tono: 'attenzione', testo }));
}

export function euro(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)}\u00a0€`;
}

export function numero(valore: Decimale): string {
  return valore.toFixed().replace('.', ',');
}

export function data(giorno: Giorno): string {
  return formatGiornoItaliano(giorno);
}

export function siNo(valore: boolean): string {
  return valore ? 'sì' : 'no';
}

/** The title of a page that answers: its first amount stands before what the page is. */
export function titleOf(blocchi: readonly Blocco[] | undefined, titolo: string): string {
  const importo = blocchi?.find((uno) => uno.tipo === 'importo');
  return importo === undefined ? titolo : `Importo: ${importo.importo} – ${titolo}`;
}
