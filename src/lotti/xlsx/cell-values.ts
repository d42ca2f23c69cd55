import { type GenereCella, indirizzo, OLTRE_IL_GIORNO, senzaValore } from '../fogli/cartella.ts';
import { giornoItaliano, giornoScritto, numeroScritto, orarioScritto } from '../fogli/numero-scritto.ts';

/** How a cell's number is shown. `orario` counts hours beyond the day (`[h]:mm`), `ora` those of one day (`h:mm`). */
export type FormatoNumero = 'numero' | 'data' | 'orario' | 'ora' | 'percento';

/** What is needed to read the cells of a workbook. */
export interface Valori {
  readonly strings: readonly string[];
  /** By place in the list of cell formats. */
  readonly formati: readonly FormatoNumero[];
  readonly date1904: boolean;
}

/** A cell as the sheet writes it. */
export interface CellaScritta {
  /** Attribute `t`. */
  readonly tipo: string;
  /** Attribute `s`. */
  readonly stile: number;
  /** Content of `v` or of the inline string. */
  readonly valore: string;
  /** Content of `f`; undefined where there is none. */
  readonly formula: string | undefined;
  readonly column: number;
  readonly row: number;
}

/** The text of a cell as a person would have typed it, and what it is. */
export type CellaLetta = readonly [testo: string, genere: GenereCella];

/**
 * Reads a cell in Italian forms: numbers with a comma, days as `11/01/2021`, times as `54:00`, yes and no as `si` and `no`. Line
 * ends become spaces, so that a row of the sheet is a line. What cannot be told stands as a word that no column accepts.
 */
export function leggiCella(cella: CellaScritta, valori: Valori): CellaLetta {
  const { tipo, valore } = cella;
  if (tipo === 's') return [oneLine(valori.strings[Number(valore)] ?? ''), 'testo'];
  if (tipo === 'b') return [valore === '1' ? 'si' : 'no', 'testo'];
  if (tipo === 'd') return [giornoItaliano(valore), 'data'];
  if (tipo !== 'n') return [oneLine(valore), 'testo'];
  if (valore === '') return [cella.formula === undefined ? '' : senzaValore(cella.formula, dove(cella)), 'testo'];
  const numero = Number(valore);
  return Number.isFinite(numero) ? leggiNumero(numero, cella, valori) : [oneLine(valore), 'testo'];
}

function leggiNumero(numero: number, cella: CellaScritta, valori: Valori): CellaLetta {
  const formato = valori.formati[cella.stile] ?? 'numero';
  if (formato === 'percento') return [`${numeroScritto(numero * 100)}%`, 'testo'];
  if (formato === 'ora' && numero >= 1) return [OLTRE_IL_GIORNO + dove(cella), 'testo'];
  if (formato === 'ora' || formato === 'orario') return [orarioScritto(numero), 'testo'];
  const giorno = formato === 'data' ? giornoScritto(numero, valori.date1904) : undefined;
  return giorno === undefined ? [numeroScritto(numero), 'numero'] : [giorno, 'data'];
}

function dove({ column, row }: CellaScritta): string {
  return indirizzo(column, row);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** How a number format shows its numbers: one of the standard's (ECMA-376 18.8.30) by its id, any other by its code. */
export function formatoNumero(id: number, code: string | undefined): FormatoNumero {
  if (code !== undefined) return formatoDelCodice(code);
  if (id === 9 || id === 10) return 'percento';
  if (id >= 18 && id <= 21) return 'ora';
  if (id >= 45 && id <= 47) return 'orario';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'data' : 'numero';
}

function formatoDelCodice(code: string): FormatoNumero {
  const bare = code.slice(0, 255).replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'orario';
  const shown = bare.replace(/\[[^\]]*\]/g, '');
  if (/[dy]|m{3}/i.test(shown)) return 'data';
  if (/[hs]/i.test(shown)) return 'ora';
  return shown.includes('%') ? 'percento' : 'numero';
}
