import type { RapportoDiLavoro } from '../../../anagrafe/rapporto-di-lavoro.ts';
import type { TrimestreConBollettini } from '../../../bollettini/trimestre-con-bollettini.ts';
import type { RigaScoperti } from '../../../prospetti/scoperti/index.ts';
import type { Giorno } from '../../../valori/giorno.ts';

/** What may be done of a quarter, from its row. */
export interface Azione {
  readonly testo: string;
  readonly href: string;
  /** What is not said on the button: of which quarter, and of whom. */
  readonly diChe: string;
  readonly inAltraScheda?: boolean;
}

/** A quarter of a rapporto, its state decided, with the bollettini that pay it or ask for it. */
export type Riga = RigaScoperti & TrimestreConBollettini;

/** A rapporto with its quarters, oldest first, those of the year that is not over too. */
export interface Situazione {
  readonly rapporto: RapportoDiLavoro;
  /** As the page may name the worker. */
  readonly lavoratore: string;
  readonly righe: readonly Riga[];
}

/** What the page needs to know beside the quarters. */
export interface Momento {
  readonly oggi: Giorno;
  /** Payment of each bollettino that has a receipt. */
  readonly ricevute: ReadonlyMap<string, string>;
  /** What may be done of a quarter where this portal pays, or where INPS's own notices are. */
  readonly azioni: (riga: Riga, situazione: Situazione, momento: Momento) => readonly Azione[];
  readonly permessi: Readonly<Record<'paga' | 'modifica' | 'prospetti' | 'anagrafe', boolean>>;
}
