import { COLUMNS_MAX } from '../csv/record-scanner.ts';
import { type GenereCella, indirizzo, type OsservaFoglio, type RigaFoglio } from '../fogli/cartella.ts';
import type { ErroriFoglio } from '../fogli/errore-foglio.ts';
import { attribute, type Attributi, type XmlListener } from '../xml/xml-reader.ts';
import { leggiCellaOds } from './cell-values.ts';

const ROWS_MAX = 1_048_576;
/** Rows handed on at a time where one row of the file stands for many. */
const BATCH = 1000;

/** Puts the rows of one table of the document together; what is repeated is written out. */
export class TableListener implements XmlListener {
  readonly #wanted: number;
  readonly #errori: ErroriFoglio;
  readonly #osserva: OsservaFoglio | undefined;
  readonly #done: { row: RigaFoglio; times: number }[] = [];
  #table = -1;
  /** Columns declared so far. */
  #declared = 0;
  /** Tables inside cells are none of ours. */
  #depth = 0;
  #row = 0;
  #rowTimes = 1;
  #hidden = false;
  #cells: string[] = [];
  #kinds: (GenereCella | undefined)[] = [];
  #column = 0;
  #cell: Attributi | undefined;
  #text = '';
  #paragraphs = 0;
  #inParagraph = 0;
  #inNote = 0;

  constructor(wanted: number, errori: ErroriFoglio, osserva?: OsservaFoglio) {
    this.#wanted = wanted;
    this.#errori = errori;
    this.#osserva = osserva;
  }

  /** The rows completed since the last call. */
  *take(): Generator<readonly RigaFoglio[]> {
    for (const { row, times } of this.#done.splice(0)) {
      for (let first = 0; first < times; first += BATCH) {
        const many = Math.min(BATCH, times - first);
        yield Array.from({ length: many }, (_, i) => ({ ...row, riga: row.riga + first + i }));
      }
    }
  }

  open(name: string, attributes: Attributi): void {
    if (name === 'table' && ++this.#depth === 1) this.#table++;
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === 'table-row') this.#startRow(attributes);
    else if (name === 'table-column') this.#columns(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#startCell(attributes);
    else if (name === 'annotation') this.#inNote++;
    else if (name === 'p' && this.#inNote === 0) {
      if (this.#paragraphs++ > 0) this.#text += ' ';
      this.#inParagraph++;
    } else if (name === 's' || name === 'tab' || name === 'line-break') this.text(' ');
  }

  close(name: string): void {
    if (name === 'table') this.#depth--;
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === 'table-row') this.#endRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'annotation') this.#inNote--;
    else if (name === 'p' && this.#inNote === 0) this.#inParagraph--;
  }

  text(text: string): void {
    if (this.#inParagraph === 0 || this.#inNote > 0 || this.#cell === undefined) return;
    this.#text += text;
    this.#errori.checkCell(this.#text);
  }

  #columns(attributes: Attributi): void {
    const prima = this.#declared;
    this.#declared += this.#repeat(attributes, 'number-columns-repeated');
    if (isHidden(attributes)) this.#osserva?.colonneNascoste(prima, this.#declared - 1);
  }

  #startRow(attributes: Attributi): void {
    this.#row += this.#rowTimes;
    this.#rowTimes = this.#repeat(attributes, 'number-rows-repeated');
    if (this.#row + this.#rowTimes - 1 > ROWS_MAX) throw this.#errori.nonValido('ha troppe righe');
    this.#hidden = isHidden(attributes);
    this.#cells = [];
    this.#kinds = [];
    this.#column = 0;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    const row = { riga: this.#row, celle: this.#cells, generi: this.#kinds, nascosta: this.#hidden };
    this.#done.push({ row, times: this.#rowTimes });
  }

  #startCell(attributes: Attributi): void {
    this.#cell = attributes;
    this.#text = '';
    this.#paragraphs = 0;
    const rows = Number(attribute(attributes, 'number-rows-spanned') ?? '1');
    const columns = Number(attribute(attributes, 'number-columns-spanned') ?? '1');
    if (rows === 1 && columns === 1) return;
    this.#osserva?.unite(
      `${indirizzo(this.#column, this.#row)}:${indirizzo(this.#column + columns - 1, this.#row + rows - 1)}`,
    );
  }

  #endCell(): void {
    const attributes = this.#cell ?? {};
    this.#cell = undefined;
    const times = this.#repeat(attributes, 'number-columns-repeated');
    const [text, kind] = leggiCellaOds(attributes, this.#text, indirizzo(this.#column, this.#row));
    const from = this.#column;
    this.#column += times;
    if (text === '') return;
    for (let column = from; column < this.#column && column <= COLUMNS_MAX; column++) {
      while (this.#cells.length < column) this.#cells.push('');
      this.#cells[column] = text;
      this.#kinds[column] = kind;
    }
  }

  #repeat(attributes: Attributi, name: string): number {
    const times = Number(attribute(attributes, name) ?? '1');
    if (!Number.isInteger(times) || times < 1 || times > ROWS_MAX)
      throw this.#errori.nonValido('una ripetizione è assurda');
    return times;
  }
}

function isHidden(attributes: Attributi): boolean {
  return /collapse|filter/.test(attribute(attributes, 'visibility') ?? '');
}
