/** PDF points in a millimetre. */
const PUNTI_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export function points(mm: number): number {
  return mm * PUNTI_PER_MM;
}

/** A number as PDF writes it: at most three decimals, no exponent, no trailing zeros, never `-0`. */
export function pdfNumber(valore: number): string {
  const millesimi = Math.round(valore * 1000);
  return millesimi === 0 ? '0' : String(millesimi / 1000);
}
