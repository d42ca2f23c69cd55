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
  /** What codes, postal strips and the payer's bank say: at most 60 characters of INPS's payments. */
  readonly oggetto: string;
  /** Whose work it is for, as `scriviLavoratore` writes it; printed beside the object at the top. */
  readonly lavoratore?: string;
  /** The months it is for, printed beside the object at the top. */
  readonly periodo?: string;
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

/** The object as the top of the notice says it: with whose work it is for, and which months. */
export function oggettoPerEsteso({ oggetto, lavoratore, periodo }: DatiAvviso): string {
  return [oggetto, lavoratore, periodo].filter((parte) => parte !== undefined && parte !== '').join(', ');
}

/** An address with the street on a line and the place on the next; abroad the country stands in capitals on a third. */
export function righeIndirizzo(indirizzo: string): string {
  const estero = /^(.+), ([^,]+), (\p{Lu}[^,\p{Ll}\d]+)$/u.exec(indirizzo);
  if (estero !== null) return estero.slice(1).join('\n');
  return indirizzo.replace(/, (?=\d{5} )/, '\n');
}

/** The due date as notices print it; nothing where there is none. */
export function formatScadenza({ scadenza }: Pagabile): string {
  return scadenza === undefined ? '' : formatGiornoItaliano(scadenza);
}
