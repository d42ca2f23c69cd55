import { neutralizeFormula } from './formula.ts';

const NEEDS_QUOTES = /[;"\r\n]/;

/** One field of a `;` CSV file, in quotes where it must be (RFC 4180). */
export function quoteCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same, neutralised. */
export function csvCell(text: string): string {
  return quoteCell(neutralizeFormula(text));
}

/** A whole line with its end. */
export function csvLine(cells: readonly string[], lineEnd: string): string {
  return cells.map(csvCell).join(';') + lineEnd;
}
