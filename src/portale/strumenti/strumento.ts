import type { DatiProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Blocco } from './blocchi.ts';

interface CampoBase {
  readonly nome: string;
  readonly etichetta: string;
  readonly aiuto?: string;
  /** What may stand in it, to see what else is wrong with a form; without one, nothing. */
  readonly esempio?: string;
}

/** A field of a tool's form, as the macros of the templates draw it. */
export type CampoModulo = CampoBase &
  (
    | { readonly tipo: 'testo'; readonly modo?: 'decimal' | 'numeric'; readonly obbligatorio?: boolean }
    | { readonly tipo: 'scelta'; readonly scelte: readonly { readonly valore: string; readonly testo: string }[] }
    | { readonly tipo: 'spunta' }
  );

export interface GruppoCampi {
  readonly legenda: string;
  readonly aiuto?: string;
  /** Many short fields close together, as the weeks of a quarter. */
  readonly fitta?: boolean;
  /** Folded away until something is chosen in it. */
  readonly richiusa?: boolean;
  readonly campi: readonly CampoModulo[];
}

/** What a person wrote: a text for each field, true or false for each tick. */
export type Scritto = Readonly<Record<string, string | boolean>>;

/** What a tool may look at besides what was written. */
export interface Momento {
  readonly oggi: Giorno;
  /** The quarter chosen before the form, or the one a person most likely came for. */
  readonly trimestre: Trimestre;
}

/** A computation open to everybody: a form, and blocks that answer it. Nothing of it is kept. */
export interface Strumento {
  /** Last part of its address. */
  readonly nome: string;
  readonly titolo: string;
  /** One sentence for the list of tools and the head of the page. */
  readonly descrizione: string;
  readonly icona: string;
  /** True when the form itself depends on the quarter (its weeks): it is then chosen first. */
  readonly trimestrePrima: boolean;
  readonly invia: string;
  campi(momento: Momento): readonly GruppoCampi[];
  /** @throws ErroreDati naming the field */
  esegui(scritto: Scritto, momento: Momento): readonly Blocco[];
  /** The same on paper, for the tools that have one. @throws ErroreDati naming the field */
  stampa?(scritto: Scritto, momento: Momento): DatiProspetto;
}

/** The text of a field; empty when it was left so. */
export function testo(scritto: Scritto, nome: string): string {
  const valore = scritto[nome];
  return typeof valore === 'string' ? valore : '';
}

/** All the texts and ticks as the parsers of the core take them: an absent tick is absent, not false. */
export function comeCampi(scritto: Scritto): Readonly<Record<string, string | true>> {
  return Object.fromEntries(
    Object.entries(scritto).filter((voce): voce is [string, string | true] => voce[1] !== false && voce[1] !== ''),
  );
}
