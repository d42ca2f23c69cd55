/** Day 0 of spreadsheets (30 December 1899) in days since 1970, and what workbooks of the old Mac add. */
const EPOCH_DAYS = -25_569;
const DAYS_1904 = 1462;
/** Before 1 March 1900 spreadsheets count a 29 February that never was. */
const FIRST_SOUND_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
/** What spreadsheets show of a number: the rest is the noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;

/** What is needed to read the cells of a workbook. */
export interface Cartella {
  readonly strings: readonly string[];
  /** By place in the list of cell formats: whether its numbers are days. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/**
 * The text of a cell as a person would have typed it in a CSV file: numbers with a point and no noise digits
 * (`8.0999999999999996` is `8.1`), days as `2021-01-11`, yes and no as `si` and `no`. Line ends become spaces, so that a row
 * of the sheet is a line.
 * @param tipo attribute `t`, @param stile attribute `s`, @param valore content of `v` or of the inline string
 */
export function cellText(tipo: string, stile: number, valore: string, cartella: Cartella): string {
  if (tipo === 's') return oneLine(cartella.strings[Number(valore)] ?? '');
  if (tipo === 'b') return valore === '1' ? 'si' : 'no';
  if (tipo === 'd') return valore.slice(0, 10);
  if (tipo !== 'n') return oneLine(valore);
  const numero = Number(valore);
  if (valore === '' || !Number.isFinite(numero)) return oneLine(valore);
  const giorno = cartella.dateStyles[stile] === true ? day(numero, cartella.date1904) : undefined;
  return giorno ?? String(Number(numero.toPrecision(SIGNIFICANT_DIGITS)));
}

function day(numero: number, date1904: boolean): string | undefined {
  const serial = Math.floor(numero) + (date1904 ? DAYS_1904 : 0);
  if (serial < FIRST_SOUND_SERIAL || serial > LAST_SERIAL) return undefined;
  return new Date((serial + EPOCH_DAYS) * 86_400_000).toISOString().slice(0, 10);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** Number formats of the standard that show a day (ECMA-376 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 49);
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
}
