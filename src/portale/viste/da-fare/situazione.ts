import type { RapportoDiLavoro } from '../../../anagrafe/rapporto-di-lavoro.ts';
import type { TrimestreConBollettini } from '../../../bollettini/trimestre-con-bollettini.ts';
import type { RigaScoperti } from '../../../prospetti/scoperti/index.ts';
import type { Giorno } from '../../../valori/giorno.ts';

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
  readonly permessi: { readonly paga: boolean; readonly modifica: boolean; readonly prospetti: boolean };
}
