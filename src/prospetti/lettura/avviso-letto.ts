import type { CodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Centesimi } from '../../valori/denaro.ts';

/** A code as a reader of pictures gives it: its kind, its text as it stands, the page it was on. */
export interface CodiceGrezzo {
  readonly formato: 'QRCode' | 'DataMatrix';
  readonly testo: string;
  readonly pagina: number;
}

/** What the codes of one notice say. */
export interface AvvisoLetto {
  readonly codiceAvviso: CodiceAvviso;
  /** Whether the two check digits are right; null where the kind of notice has none. */
  readonly controlloValido: boolean | null;
  /** 11 digits. */
  readonly codiceFiscaleEnte: string;
  /** True when the creditor is INPS. */
  readonly inps: boolean;
  readonly importo: Centesimi;
  /** From the Data Matrix of the postal slip, where there is one. */
  readonly debitore: { readonly codiceFiscale: string; readonly nome: string } | null;
  readonly oggetto: string | null;
  readonly contoPostale: string | null;
  /** Which codes were read. */
  readonly letti: readonly CodiceGrezzo['formato'][];
  readonly pagina: number;
  /** What the subject lets guess, to begin a check of the amount with. */
  readonly indizi: { readonly trimestre: Trimestre | null; readonly codiceInps: string | null };
  readonly avvertenze: readonly string[];
}

/** All that a file held. */
export interface LetturaAvvisi {
  readonly avvisi: readonly AvvisoLetto[];
  /** Codes that are not of a pagoPA notice. */
  readonly estranei: readonly CodiceGrezzo[];
  /** The answer in one sentence. */
  readonly sintesi: string;
}
