import { COLUMNS_MAX } from '../csv/record-scanner.ts';
import { type Cartella, cellText } from './cell-values.ts';
import { readParts, XLSX } from './read-parts.ts';
import { XLSX_ROWS_MAX } from './sheet-xml.ts';
import { attribute, type Attributi, type XmlListener, XmlReader } from '../xml/xml-reader.ts';
import { ZipReader } from '../zip/zip-reader.ts';

/** Most that a sheet may inflate to: more than a full sheet of ours, little enough to be refused in seconds. */
const SHEET_MAX_BYTES = 2 * 1024 * 1024 * 1024;

/** One row of a sheet that holds something: its number, from 1, and its texts; cells past COLUMNS_MAX + 1 are dropped. */
export interface RigaFoglio {
  readonly riga: number;
  readonly celle: readonly string[];
}

/**
 * The rows of the first sheet of an XLSX workbook, as a stream in constant memory (save for the table of texts).
 * @throws ErroreDati `xlsx-non-valido`, `xlsx-troppo-grande`
 */
export async function* readRows(path: string): AsyncGenerator<RigaFoglio[]> {
  const zip = await ZipReader.open(path, XLSX);
  try {
    const { sheet, cartella } = await readParts(zip);
    const foglio = new SheetListener(cartella);
    const xml = new XmlReader(foglio, XLSX);
    for await (const piece of zip.text(sheet, SHEET_MAX_BYTES)) {
      xml.push(piece);
      yield foglio.take();
    }
    xml.end();
  } finally {
    zip.close();
  }
}

/** Puts the rows of a sheet together. */
class SheetListener implements XmlListener {
  readonly #cartella: Cartella;
  #rows: RigaFoglio[] = [];
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;

  constructor(cartella: Cartella) {
    this.#cartella = cartella;
  }

  /** The rows completed since the last call. */
  take(): RigaFoglio[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributi): void {
    if (name === 'c') this.#startCell(attributes);
    else if (name === 'v' || name === 't') this.#inValue = true;
    else if (name === 'row') this.#startRow(attributes);
  }

  close(name: string): void {
    if (name === 'c') this.#endCell();
    else if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'row') this.#endRow();
  }

  text(text: string): void {
    if (!this.#inValue) return;
    this.#value += text;
    XLSX.checkCell(this.#value);
  }

  #startRow(attributes: Attributi): void {
    const row = Number(attribute(attributes, 'r') ?? this.#row + 1);
    if (!Number.isInteger(row) || row <= this.#row || row > XLSX_ROWS_MAX)
      throw XLSX.nonValido('le righe non sono in ordine');
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ riga: this.#row, celle: this.#cells });
  }

  #startCell(attributes: Attributi): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? '0');
    this.#value = '';
  }

  #endCell(): void {
    const text = cellText(this.#type, this.#style, this.#value, this.#cartella);
    if (text === '' || this.#column > COLUMNS_MAX) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
