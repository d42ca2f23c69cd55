import { isFormulaStart } from './record-scanner.ts';

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const NEEDS_QUOTES = /[;"\r\n]/;

/**
 * Makes a text that a spreadsheet cannot run: a leading `'` before anything that starts like a formula (OWASP, CSV
 * injection). Plain signed numbers stay as they are.
 */
export function neutralizeFormula(text: string): string {
  return text !== '' && isFormulaStart(text.charCodeAt(0)) && !NUMBER.test(text) ? `'${text}` : text;
}

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
