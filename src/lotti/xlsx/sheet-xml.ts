import { escapeXml } from '../../valori/escape-xml.ts';
/** What a column holds: decides how its cells are typed and shown. `numero` is any, shown with the decimals it has. */
export type TipoColonna = 'testo' | 'intero' | 'decimale' | 'data' | 'numero';

/** Places in the list of styles of `stylesXml`. */
const STILE = { numero: 0, intestazione: 1, testo: 2, intero: 3, decimale: 4, data: 5 } as const;

/** Most rows of a sheet, and most characters of a cell, by the format. */
export const XLSX_ROWS_MAX = 1_048_576;
const CELL_CHARS_MAX = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Start of a sheet: first row frozen, columns as wide as `larghezze` (characters). */
export function sheetStart(larghezze: readonly number[]): string {
  const cols = larghezze.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>`
  );
}

export const SHEET_END = '</sheetData></worksheet>';

/** The row of headers, in bold. */
export function headerRow(row: number, headers: readonly string[]): string {
  return `<row r="${row}">${headers.map((text, i) => textCell(address(i, row), text, STILE.intestazione)).join('')}</row>`;
}

/**
 * A row of data. Numbers as `338.00` or `338,00`, days as `2021-01-11` or `11/01/2021`; a cell that is not what its column holds is written as text, and
 * text is never a formula.
 */
export function dataRow(row: number, cells: readonly string[], tipi: readonly TipoColonna[]): string {
  return `<row r="${row}">${cells.map((text, i) => dataCell(address(i, row), text, tipi[i] ?? 'testo')).join('')}</row>`;
}

function dataCell(ref: string, text: string, tipo: TipoColonna): string {
  if (text === '') return '';
  const value = tipo === 'testo' ? undefined : tipo === 'data' ? serialDay(text) : number(text);
  return value === undefined
    ? textCell(ref, text, STILE.testo)
    : `<c r="${ref}" s="${STILE[tipo]}"><v>${value}</v></c>`;
}

function textCell(ref: string, text: string, stile: number): string {
  const safe = escapeXml(text.slice(0, CELL_CHARS_MAX));
  return `<c r="${ref}" s="${stile}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}

/** Zeros before a number are part of a code, and three digits after a point may be thousands. */
function number(text: string): string | undefined {
  const plain = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2}|\.\d{4,6}|,\d{1,15})?$/.test(text);
  return plain ? text.replace(',', '.') : undefined;
}

/** Days since 30 December 1899, as spreadsheets count them. */
function serialDay(text: string): string | undefined {
  const iso = text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
  const millis = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(millis) ? undefined : String(Math.round(millis / 86_400_000) + 25_569);
}

/** `A1`, `Z1`, `AA1`… from a column counted from 0. */
function address(column: number, row: number): string {
  return (letters[column] ??= columnLetters(column)) + String(row);
}

const letters: string[] = [];

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
