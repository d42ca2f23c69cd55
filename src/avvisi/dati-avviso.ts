import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';

/** What one code pays: the whole amount, or an instalment. */
export interface Pagabile {
  readonly codiceAvviso: CodiceAvviso;
  readonly importo: Centesimi;
  readonly scadenza: Giorno;
}

/** Everything a printed notice bears; no notice renderer knows a database. Its own code pays the whole amount at once. */
export interface DatiAvviso extends Pagabile {
  readonly ente: EnteCreditore;
  readonly oggetto: string;
  readonly destinatario: {
    readonly codiceFiscale: string;
    readonly nome: string;
    /** One printed line or two: `Via Aldini 3, 40136 Bologna (BO)`. */
    readonly indirizzo: string;
  };
  /** The day the document is made: PDF dates and bytes depend on it alone. */
  readonly emessoIl: Giorno;
  /** The same debt in instalments, in order: two or more, each with its own code. */
  readonly rate?: readonly Pagabile[];
  /** Edition of the guide: `2018` (2.2, the default) or `3` (3.x, since February 2022). */
  readonly edizione?: '2018' | '3';
  /** `it-de`: German under the Italian, in the 3.x edition only. */
  readonly lingua?: 'it' | 'it-de';
}
