import type { Centesimi } from '../../../valori/denaro.ts';
import type { Sessione } from '../../archivio/sessioni.ts';
import type { Circostanza } from '../../scenari/regola.ts';
import type { EsitoPagamento } from '../../scenari/scenario.ts';

/** What every page shows beside its step: whom one pays, for what, how much. */
export interface Riassunto {
  readonly ente: string;
  readonly pagatore: string | undefined;
  readonly totale: Centesimi;
  /** `codice` is an IUV or a codice avviso; `etichetta` is the catalogue's key for which. */
  readonly voci: readonly { readonly testo: string; readonly codice: string; readonly importo: Centesimi }[];
  readonly etichetta: string;
}

/** How the last page looks and what it says, as keys of the catalogue. */
export interface PaginaEsito {
  readonly tono: 'ok' | 'differito' | 'error';
  readonly titolo: string;
  readonly testo: string;
  /** Key of a sentence that says why. */
  readonly motivo?: string;
  /** Where «back to the creditor» leads. */
  readonly ritorno: string;
}

/** What is being paid: the pages are the same for a cart of RPTs and for a cart of notices. */
export interface Fonte {
  riassunto(sessione: Sessione): Riassunto;
  /** One for each thing that is paid, for the scenario rules. */
  circostanze(sessione: Sessione): readonly Circostanza[];
  /** Whether who pays online goes to a page of the PSP's own, and not to the node's. */
  altrove(sessione: Sessione): boolean;
  /**
   * Ends the session, once: whoever comes second waits for the first and changes nothing.
   * @returns where the person goes on, when that is not the page of the outcome
   */
  concludi(sessione: Sessione, esito: EsitoPagamento): Promise<string | undefined>;
  /** The outcome of a closed session. */
  esito(sessione: Sessione): PaginaEsito;
}
