/** Why a record cannot be read as CSV. */
export type DifettoCsv =
  'virgolette' | 'virgolette-aperte' | 'riga-troppo-lunga' | 'carattere-di-controllo' | 'testo-illeggibile';

/** Longest record, in characters: far above any real row, low enough that a lost quote cannot eat the file. */
export const RECORD_MAX_CHARS = 32_768;
/** Most columns a file may have. */
export const COLUMNS_MAX = 200;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const SEMICOLON = 59;

/**
 * Walks the records of one block of `;` CSV text without cutting it up: for each record it leaves in `starts` and `ends`
 * where the fields are, and the caller takes out only those it wants. Quoted fields as in RFC 4180. A quote anywhere else is
 * a defect of that record alone, and reading goes on at the next line of the file: a lost quote costs one row, not the rest.
 *
 * Every block ends with a newline (BlockReader sees to it). One instance serves all the blocks of a file.
 */
export class RecordScanner {
  /** Where each field of the current record starts and ends in `text`, its quotes left out. */
  readonly starts = new Int32Array(COLUMNS_MAX);
  readonly ends = new Int32Array(COLUMNS_MAX);
  text = '';
  /** The current record in `text`, without its line end. */
  recordStart = 0;
  recordEnd = 0;
  /** How many fields it has; those past COLUMNS_MAX are counted but not kept. */
  fields = 0;
  /** Line of the file on which it starts, from 1. */
  line = 1;
  /** Some field is in quotes, so its content may hold doubled ones. */
  quoted = false;
  /** Some field starts with a character that a spreadsheet may take for a formula. */
  risky = false;
  defect: DifettoCsv | undefined;
  /** Where the records read so far end. */
  position = 0;
  /** Line of the file at `position`. */
  nextLine: number;
  /** Next NUL and next U+FFFD (bytes that were not UTF-8) at or after the current record; -1 when there is none. */
  #nul = -1;
  #unreadable = -1;

  /** @param line line of the file on which the first block starts */
  constructor(line = 1) {
    this.nextLine = line;
  }

  /** Goes on with another block, which starts on line `nextLine` of the file. */
  load(text: string): void {
    this.text = text;
    this.position = 0;
    this.#nul = text.indexOf('\0');
    this.#unreadable = text.indexOf('\ufffd');
  }

  /**
   * Moves to the next record. False at the end of the block, or when its last record goes on beyond it: `position` is then
   * where that record starts. When `last`, nothing is beyond and an open quote is a defect.
   */
  next(last: boolean): boolean {
    const { text, position } = this;
    if (position >= text.length) return false;
    this.recordStart = position;
    this.line = this.nextLine;
    this.fields = 0;
    this.quoted = false;
    this.risky = false;
    this.defect = undefined;
    for (let at = position; ; at++) {
      at = text.charCodeAt(at) === QUOTE ? this.#quotedField(at + 1, last) : this.#plainField(at);
      if (at < 0) return this.defect !== undefined;
      if (text.charCodeAt(at) === NEWLINE) return this.#accept(at);
    }
  }

  /** The text of a field of the current record, doubled quotes undone. */
  value(field: number): string {
    const value = this.text.slice(this.starts[field], this.ends[field]);
    return this.quoted && value.includes('""') ? value.replaceAll('""', '"') : value;
  }

  /** Reads an unquoted field; where its delimiter or the newline is, or -1 when the record is defective. */
  #plainField(from: number): number {
    const { text } = this;
    let at = from;
    let code = text.charCodeAt(at);
    if (isFormulaStart(code)) this.risky = true;
    for (;;) {
      while (code > SEMICOLON || (code > QUOTE && code < SEMICOLON)) code = text.charCodeAt(++at);
      if (code === SEMICOLON || code === NEWLINE) break;
      if (code === QUOTE) return this.#refuse('virgolette');
      if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) break;
      if (code < SPACE && code !== TAB) return this.#refuse('carattere-di-controllo');
      code = text.charCodeAt(++at);
    }
    this.#keep(from, at);
    return code === RETURN ? at + 1 : at;
  }

  /** Reads a quoted field from after its first quote; same answer. */
  #quotedField(from: number, last: boolean): number {
    const { text } = this;
    let close = text.indexOf('"', from);
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
    if ((close < 0 ? text.length : close) - this.recordStart > RECORD_MAX_CHARS)
      return this.#refuse('riga-troppo-lunga');
    if (close < 0) return last ? this.#refuse('virgolette-aperte') : -1;
    this.quoted = true;
    if (isFormulaStart(text.charCodeAt(from))) this.risky = true;
    this.#keep(from, close);
    let at = close + 1;
    if (text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE) at++;
    const code = text.charCodeAt(at);
    return code === SEMICOLON || code === NEWLINE ? at : this.#refuse('virgolette');
  }

  #keep(from: number, to: number): void {
    const field = this.fields++;
    if (field >= COLUMNS_MAX) return;
    this.starts[field] = from;
    this.ends[field] = to;
  }

  #accept(newline: number): true {
    const { text, recordStart } = this;
    this.position = newline + 1;
    this.recordEnd = text.charCodeAt(newline - 1) === RETURN && newline > recordStart ? newline - 1 : newline;
    this.nextLine = this.line + 1;
    if (this.quoted) {
      for (let at = text.indexOf('\n', recordStart); at < newline; at = text.indexOf('\n', at + 1)) this.nextLine++;
    }
    if (newline - recordStart > RECORD_MAX_CHARS) this.#refuse('riga-troppo-lunga');
    else if (this.#nul >= 0 || this.#unreadable >= 0) this.#checkCharacters(newline);
    return true;
  }

  #checkCharacters(newline: number): void {
    const { text, recordStart } = this;
    if (this.#nul >= 0 && this.#nul < recordStart) this.#nul = text.indexOf('\0', recordStart);
    if (this.#unreadable >= 0 && this.#unreadable < recordStart) this.#unreadable = text.indexOf('\ufffd', recordStart);
    if (this.#nul >= 0 && this.#nul < newline) this.#refuse('carattere-di-controllo');
    else if (this.#unreadable >= 0 && this.#unreadable < newline) this.#refuse('testo-illeggibile');
  }

  /** Gives up the record: it ends with its first line, whatever its quotes seemed to say. */
  #refuse(defect: DifettoCsv): -1 {
    const newline = this.text.indexOf('\n', this.recordStart);
    this.defect = defect;
    this.recordEnd = newline;
    this.position = newline + 1;
    this.nextLine = this.line + 1;
    return -1;
  }
}

/**
 * Whether a spreadsheet may run a cell that starts with this character (OWASP, CSV injection): `=` `+` `-` `@`, tab,
 * return, newline, and the full-width forms of the first four.
 */
export function isFormulaStart(code: number): boolean {
  if (code > 64) return code === 0xff1d || code === 0xff0b || code === 0xff0d || code === 0xff20;
  return (
    code === 61 || code === 43 || code === 45 || code === 64 || code === TAB || code === RETURN || code === NEWLINE
  );
}
