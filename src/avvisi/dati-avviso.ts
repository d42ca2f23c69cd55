import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';

/** Everything a printed notice bears; no notice renderer knows a database. */
export interface DatiAvviso {
  readonly ente: EnteCreditore;
  readonly codiceAvviso: CodiceAvviso;
  readonly oggetto: string;
  readonly importo: Centesimi;
  readonly scadenza: Giorno;
  readonly destinatario: {
    readonly codiceFiscale: string;
    readonly nome: string;
    /** One printed line or two: `Via Aldini 3, 40136 Bologna (BO)`. */
    readonly indirizzo: string;
  };
  /** The day the document is made: PDF dates and bytes depend on it alone. */
  readonly emessoIl: Giorno;
}
