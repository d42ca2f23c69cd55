import type { Passo } from '../valori/spiegazione.ts';

/** The calculation's input as JSON text fields (decimals and amounts as text), enough to compute the bollettino anew. */
export type DatiPersistiti = Readonly<Record<string, string | number | boolean | undefined>>;

/** The explained result frozen with the bollettino: what was shown when it was issued or last changed. */
export interface CalcoloPersistito {
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
  readonly [campo: string]: unknown;
}
