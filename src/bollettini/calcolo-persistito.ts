import type { Passo } from '../valori/spiegazione.ts';

/**
 * The calculation's input, enough to compute the bollettino anew: flat fields (decimals and days as text, money in cents), or
 * the quarter as it was, whole, as JSON text under `situazione`.
 */
export type DatiPersistiti = Readonly<Record<string, string | number | boolean | undefined>>;

/** The explained result frozen with the bollettino: what was shown when it was issued or last changed. */
export interface CalcoloPersistito {
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
  readonly [campo: string]: unknown;
}
