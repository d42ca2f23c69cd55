import type { Giorno } from './giorno.ts';

/** Where a figure or a rule comes from. Confidence is said, never hidden. */
export interface Fonte {
  /** What a person reads: «circolare INPS n. 9 del 25/1/2021». */
  readonly titolo: string;
  readonly url?: string;
  readonly data?: Giorno;
  /** How sure we are: seen in print, computed from printed figures, remembered but not seen, sources disagree. */
  readonly certezza?: 'vista' | 'calcolata' | 'a-memoria' | 'fonti-discordi';
}

/** One step of an explained result: every page, PDF, CSV and API prints these same fields. */
export interface Passo {
  /** Plain Italian: what is being worked out. */
  readonly etichetta: string;
  /** The arithmetic with its numbers: `325 ore × 1,04 €`. */
  readonly formula: string;
  /** The value as people write it: `338,00 €`, `11/01/2021`. */
  readonly risultato: string;
  readonly fonte: Fonte;
}
