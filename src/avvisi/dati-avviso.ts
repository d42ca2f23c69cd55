import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import type { EdizioneAvviso } from './edizione.ts';
import type { Marchi } from './marchi/marchio.ts';
import type { LinguaAvviso } from '../anagrafe/lingua-avviso.ts';

/** What one code pays: the whole amount, or an instalment. */
export interface Pagabile {
  readonly codiceAvviso: CodiceAvviso;
  readonly importo: Centesimi;
  /** Absent where a payment has no due date, which only the 3.x edition can print. */
  readonly scadenza?: Giorno;
}

/** Everything a printed notice bears; no notice renderer knows a database. Its own code pays the whole amount at once. */
export interface DatiAvviso extends Pagabile {
  readonly ente: EnteCreditore;
  readonly oggetto: string;
  readonly destinatario: {
    readonly codiceFiscale: string;
    readonly nome: string;
    /** Printed on two lines, broken before the CAP: `Via Aldini 3, 40136 Bologna (BO)`. */
    readonly indirizzo: string;
  };
  /** The day the document is made: PDF dates and bytes depend on it alone. */
  readonly emessoIl: Giorno;
  /** The same debt in instalments, in order: two or more, each with its own code. */
  readonly rate?: readonly Pagabile[];
  /** Edition of the guide; the one in force on `emessoIl` when not said. */
  readonly edizione?: EdizioneAvviso;
  /** Italian when not said. */
  readonly lingua?: LinguaAvviso;
  /** The creditor's own files, for the 3.x edition. */
  readonly marchi?: Marchi;
}

/** The due date as notices print it; nothing where there is none. */
export function formatScadenza({ scadenza }: Pagabile): string {
  return scadenza === undefined ? '' : formatGiornoItaliano(scadenza);
}
