/**
 * Where PagoPA's own generator prints the parts of a 3.x notice, measured on what it printed. Millimetres from the left edge,
 * or from the top of the part's own band.
 */
export const SINISTRA = 10;
export const DESTRA = 200;
/** Left edge of the right half. */
export const META = 113.99;
/** End of the left half's texts. */
export const FINE_SINISTRA = 100;
/** Top of the first band. */
export const PRIMA_FASCIA = 43.94;
export const ALTEZZA_FASCIA = 7.96;
/** Baseline of what stands in a band. */
export const BASE_FASCIA = 4.68;
/** What must be printed ends above here: the guide's margin of 10 mm. */
export const FINE_PAGINA = 287;

/** A part of the page whose height follows from what it holds; `y` is the top of its band. */
export interface Modulo {
  /** From the top of its band to the top of the next part. */
  readonly altezza: number;
  disegna(y: number): void;
}
