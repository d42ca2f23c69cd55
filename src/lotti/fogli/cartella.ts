/** What a cell holds, for writing it again as it was. */
export type GenereCella = 'testo' | 'numero' | 'data';

/** One row of a sheet that holds something: its number, from 1, and its texts; cells past COLUMNS_MAX + 1 are dropped. */
export interface RigaFoglio {
  readonly riga: number;
  readonly celle: readonly string[];
  /** By place, as `celle`; undefined where the cell is empty. */
  readonly generi: readonly (GenereCella | undefined)[];
  /** Hidden by hand or by a filter. */
  readonly nascosta: boolean;
}

/** Who is told of what a sheet has besides the cells of its rows. */
export interface OsservaFoglio {
  /** A range of merged cells, `A1:B3`. */
  unite(celle: string): void;
  /** Columns that are not shown, counted from 0, the last included. */
  colonneNascoste(prima: number, ultima: number): void;
}

/** A workbook opened for reading, whatever its format. */
export interface Cartella {
  readonly fogli: readonly { readonly nome: string; readonly nascosto: boolean }[];
  /** The rows of a sheet as a stream, in constant memory (save for the table of texts). */
  rows(foglio: number, osserva?: OsservaFoglio): AsyncGenerator<readonly RigaFoglio[]>;
  close(): void;
}

/** What stands in a cell whose formula no program has calculated. */
export const SENZA_VALORE = '#SENZA-VALORE!';
/** What stands in a cell that shows the hours of a day and holds more than a day. */
export const OLTRE_IL_GIORNO = '#OLTRE-IL-GIORNO!';

/** A formula that is nothing but a text: `"25"`, `of:="25"`. */
const SOLO_TESTO = /^(?:\w+:)?=?"((?:[^"]|"")*)"$/;

/** What stands in a cell whose formula came without its value: the text, where the formula is nothing else. */
export function senzaValore(formula: string, dove: string): string {
  const testo = SOLO_TESTO.exec(formula.trim())?.[1];
  return testo === undefined ? SENZA_VALORE + dove : testo.replaceAll('""', '"').replace(/[\r\n]+/g, ' ');
}

/** `A1`, `Z1`, `AA1`… from a column counted from 0. */
export function indirizzo(column: number, row: number): string {
  return columnLetters(column) + String(row);
}

/** `A`, `Z`, `AA`… */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
