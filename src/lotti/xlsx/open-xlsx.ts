import { COLUMNS_MAX } from '../csv/record-scanner.ts';
import type { Cartella, GenereCella, OsservaFoglio, RigaFoglio } from '../fogli/cartella.ts';
import { attribute, type Attributi, type XmlListener, XmlReader } from '../xml/xml-reader.ts';
import { ZipReader } from '../zip/zip-reader.ts';
import { leggiCella, type Valori } from './cell-values.ts';
import { readParts, XLSX } from './read-parts.ts';
import { XLSX_ROWS_MAX } from './sheet-xml.ts';

/** Most that a sheet may inflate to: more than a full sheet of ours, little enough to be refused in seconds. */
const SHEET_MAX_BYTES = 2 * 1024 * 1024 * 1024;

/** @throws ErroreDati `xlsx-non-valido`, `xlsx-troppo-grande`, as do the rows */
export async function openXlsx(path: string): Promise<Cartella> {
  const zip = await ZipReader.open(path, XLSX);
  try {
    const { fogli, valori } = await readParts(zip);
    return {
      fogli,
      rows: (foglio, osserva) => readRows(zip, fogli[foglio]?.part ?? '', valori, osserva),
      close: () => zip.close(),
    };
  } catch (errore) {
    zip.close();
    throw errore;
  }
}

async function* readRows(
  zip: ZipReader,
  part: string,
  valori: Valori,
  osserva?: OsservaFoglio,
): AsyncGenerator<readonly RigaFoglio[]> {
  const foglio = new SheetListener(valori, osserva);
  const xml = new XmlReader(foglio, XLSX);
  for await (const piece of zip.text(part, SHEET_MAX_BYTES)) {
    xml.push(piece);
    yield foglio.take();
  }
  xml.end();
}

/** Puts the rows of a sheet together. */
class SheetListener implements XmlListener {
  readonly #valori: Valori;
  readonly #osserva: OsservaFoglio | undefined;
  #rows: RigaFoglio[] = [];
  #row = 0;
  #hidden = false;
  #column = -1;
  #cells: string[] = [];
  #kinds: (GenereCella | undefined)[] = [];
  #type = 'n';
  #style = 0;
  #formula: string | undefined;
  #value = '';
  #inValue = false;
  #inFormula = false;

  constructor(valori: Valori, osserva?: OsservaFoglio) {
    this.#valori = valori;
    this.#osserva = osserva;
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
    else if (name === 'f') this.#startFormula();
    else if (name === 'mergeCell') this.#osserva?.unite(attribute(attributes, 'ref') ?? '');
    else if (name === 'col') this.#columns(attributes);
  }

  close(name: string): void {
    if (name === 'c') this.#endCell();
    else if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'f') this.#inFormula = false;
    else if (name === 'row') this.#endRow();
  }

  text(text: string): void {
    if (this.#inFormula) XLSX.checkCell((this.#formula += text));
    if (this.#inValue) XLSX.checkCell((this.#value += text));
  }

  #startFormula(): void {
    this.#formula = '';
    this.#inFormula = true;
  }

  #columns(attributes: Attributi): void {
    if (!isTrue(attribute(attributes, 'hidden'))) return;
    const [prima = 0, ultima = 0] = ['min', 'max'].map((name) => Number(attribute(attributes, name) ?? '0'));
    this.#osserva?.colonneNascoste(prima - 1, ultima - 1);
  }

  #startRow(attributes: Attributi): void {
    const row = Number(attribute(attributes, 'r') ?? this.#row + 1);
    if (!Number.isInteger(row) || row <= this.#row || row > XLSX_ROWS_MAX)
      throw XLSX.nonValido('le righe non sono in ordine');
    this.#row = row;
    this.#hidden = isTrue(attribute(attributes, 'hidden'));
    this.#column = -1;
    this.#cells = [];
    this.#kinds = [];
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ riga: this.#row, celle: this.#cells, generi: this.#kinds, nascosta: this.#hidden });
  }

  #startCell(attributes: Attributi): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? '0');
    this.#formula = undefined;
    this.#value = '';
  }

  #endCell(): void {
    const [text, kind] = leggiCella(
      {
        tipo: this.#type,
        stile: this.#style,
        valore: this.#value,
        formula: this.#formula,
        column: this.#column,
        row: this.#row,
      },
      this.#valori,
    );
    if (text === '' || this.#column > COLUMNS_MAX) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    this.#kinds[this.#column] = kind;
  }
}

function isTrue(valore: string | undefined): boolean {
  return valore === '1' || valore === 'true';
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
