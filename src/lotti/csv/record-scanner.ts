import { isUtf8 } from 'node:buffer';
import { mayBeFormula } from './formula.ts';

/** Why a record cannot be read as CSV. */
export type DifettoCsv =
  | 'virgolette'
  | 'virgolette-aperte'
  | 'riga-troppo-lunga'
  | 'carattere-di-controllo'
  | 'testo-illeggibile'
  | 'testo-guasto';

/** Longest record: far above any real row, low enough that a lost quote cannot eat the file. */
export const RECORD_MAX_BYTES = 64 * 1024;
/** Most columns a file may have. */
export const COLUMNS_MAX = 200;

const NUL = 0;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const EQUALS = 61;
/** The separator of Italian spreadsheets, and of what we write. */
export const SEMICOLON = 59;
/** U+FFFD: what some program before us wrote for bytes that it could not read. */
const REPLACEMENT = Buffer.from('\ufffd');
/** How `à`, `è`, `ì`, `ò`, `ù` begin once they were turned into UTF-8 twice: nobody writes `Ã` before a sign. */
const TWICE = Buffer.from([0xc3, 0x83, 0xc2]);

/**
 * Walks the records of one block of CSV in UTF-8 without cutting it up: for each record it leaves in `starts` and `ends`
 * where the fields are, and the caller takes out only those it wants. Quoted fields as in RFC 4180; `="25"` and `"=""25"""`, as
 * programs write what Excel shall take for text, are the field 25. A quote anywhere else is a defect of that record alone, and
 * reading goes on at the next line of the file: a lost quote costs one row, not the rest.
 *
 * Every block ends with a newline (BlockReader sees to it). One instance serves all the blocks of a file.
 */
export class RecordScanner {
  /** Where each field of the current record starts and ends in `bytes`, its quotes left out. */
  readonly starts = new Int32Array(COLUMNS_MAX);
  readonly ends = new Int32Array(COLUMNS_MAX);
  bytes: Buffer = Buffer.alloc(0);
  /** The current record in `bytes`, without its line end. */
  recordStart = 0;
  recordEnd = 0;
  /** How many fields it has; those past COLUMNS_MAX are counted but not kept. */
  fields = 0;
  /** Line of the file on which it starts, from 1. */
  line = 1;
  /** Some field is in quotes, so its content may hold doubled ones. */
  quoted = false;
  /** Some field is, or starts as, what a spreadsheet may take for a formula. */
  risky = false;
  defect: DifettoCsv | undefined;
  /** Where the records read so far end. */
  position = 0;
  /** Line of the file at `position`. */
  nextLine: number;
  /** No NUL in the block, nothing that is not UTF-8 or was made so twice: its records need not be looked at one by one. */
  #sound = true;
  #unended = false;

  /** The byte between two fields. */
  readonly separator: number;

  /** @param line line of the file on which the first block starts */
  constructor(line = 1, separator = SEMICOLON) {
    this.nextLine = line;
    this.separator = separator;
  }

  /**
   * Goes on with another block, which starts on line `nextLine` of the file.
   * @param unended the newline at its end is not the file's
   */
  load(block: Buffer, unended = false): void {
    this.bytes = block;
    this.#unended = unended;
    this.position = 0;
    this.#sound = !block.includes(NUL) && isReadable(block);
  }

  /**
   * Moves to the next record. False at the end of the block, or when its last record goes on beyond it: `position` is then
   * where that record starts. When `last`, nothing is beyond and an open quote is a defect.
   */
  next(last: boolean): boolean {
    const { bytes, position } = this;
    if (position >= bytes.length) return false;
    this.recordStart = position;
    this.line = this.nextLine;
    this.fields = 0;
    this.quoted = false;
    this.risky = false;
    this.defect = undefined;
    for (let at = position; ; at++) {
      at = bytes[at] === QUOTE ? this.#quotedField(at + 1, last) : this.#plainField(at, last);
      if (at < 0) return this.defect !== undefined;
      if (bytes[at] === NEWLINE) return this.#accept(at);
    }
  }

  /** Whether the file stops in the middle of the current record, as far as can be told: no line end follows it. */
  get unended(): boolean {
    return this.#unended && this.position === this.bytes.length;
  }

  /** Gives the current record empty fields up to so many. */
  fill(fields: number): void {
    for (let field = this.fields; field < fields; field++) this.starts[field] = this.ends[field] = this.recordEnd;
  }

  /** Whether the fields of the current record from this one on are all empty. */
  isEmptyFrom(field: number): boolean {
    if (this.fields > COLUMNS_MAX) return false;
    for (let at = field; at < this.fields; at++) if (this.starts[at] !== this.ends[at]) return false;
    return true;
  }

  /** The text of a field of the current record, doubled quotes undone. */
  value(field: number): string {
    const value = this.bytes.toString('utf8', this.starts[field], this.ends[field]);
    return this.quoted && value.includes('""') ? value.replaceAll('""', '"') : value;
  }

  /** Reads an unquoted field; where its delimiter or the newline is, or -1 when the record is defective. */
  #plainField(from: number, last: boolean): number {
    if (this.separator !== SEMICOLON) return this.#plainFieldOf(this.separator, from, last);
    const { bytes } = this;
    let at = from;
    let byte = bytes[at] as number;
    for (;;) {
      while (byte > SEMICOLON || (byte > QUOTE && byte < SEMICOLON)) byte = bytes[++at] as number;
      if (byte === SEMICOLON || byte === NEWLINE) break;
      if (byte === QUOTE) return this.#quoteInside(from, at, last);
      if (byte === RETURN && bytes[at + 1] === NEWLINE) break;
      if (byte < SPACE && byte !== TAB) return this.#refuse('carattere-di-controllo');
      byte = bytes[++at] as number;
    }
    this.#keep(from, at);
    return byte === RETURN ? at + 1 : at;
  }

  /** The same with another separator: files that are rarer, and a loop that need not be as fast. */
  #plainFieldOf(separator: number, from: number, last: boolean): number {
    const { bytes } = this;
    for (let at = from; ; at++) {
      const byte = bytes[at] as number;
      const atReturn = byte === RETURN && bytes[at + 1] === NEWLINE;
      if (byte === separator || byte === NEWLINE || atReturn) {
        this.#keep(from, at);
        return atReturn ? at + 1 : at;
      }
      if (byte === QUOTE) return this.#quoteInside(from, at, last);
      if (byte < SPACE && byte !== TAB) return this.#refuse('carattere-di-controllo');
    }
  }

  /** A quote in a field without quotes: after a lone `=` it begins the text of a formula. */
  #quoteInside(from: number, at: number, last: boolean): number {
    if (at !== from + 1 || this.bytes[from] !== EQUALS) return this.#refuse('virgolette');
    this.risky = true;
    return this.#quotedField(at + 1, last);
  }

  /** Reads a quoted field from after its first quote; same answer. */
  #quotedField(from: number, last: boolean): number {
    const { bytes } = this;
    const limit = Math.min(bytes.length, this.recordStart + RECORD_MAX_BYTES + 1);
    let close = from;
    for (; close < limit; close++) {
      if (bytes[close] !== QUOTE) continue;
      if (bytes[close + 1] !== QUOTE) break;
      close++;
    }
    if (close - this.recordStart > RECORD_MAX_BYTES) return this.#refuse('riga-troppo-lunga');
    if (close >= limit) return last ? this.#refuse('virgolette-aperte') : -1;
    this.quoted = true;
    if (this.#isFormulaOfText(from, close)) {
      this.risky = true;
      this.#keep(from + 3, close - 2);
    } else this.#keep(from, close);
    let at = close + 1;
    if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
    return bytes[at] === this.separator || bytes[at] === NEWLINE ? at : this.#refuse('virgolette');
  }

  /** `=""25""` inside quotes, with no other quote in it. */
  #isFormulaOfText(from: number, to: number): boolean {
    const { bytes } = this;
    if (bytes[from] !== EQUALS || bytes[from + 1] !== QUOTE || to - from < 5) return false;
    return bytes[to - 1] === QUOTE && bytes.indexOf(QUOTE, from + 3) === to - 2;
  }

  #keep(from: number, to: number): void {
    if (from < to && mayBeFormula(this.bytes, from)) this.risky = true;
    const field = this.fields++;
    if (field >= COLUMNS_MAX) return;
    this.starts[field] = from;
    this.ends[field] = to;
  }

  #accept(newline: number): true {
    const { bytes, recordStart } = this;
    this.position = newline + 1;
    this.recordEnd = this.#withoutReturn(newline);
    this.nextLine = this.line + 1;
    if (this.quoted) {
      for (let at = bytes.indexOf(NEWLINE, recordStart); at < newline; at = bytes.indexOf(NEWLINE, at + 1)) {
        this.nextLine++;
      }
    }
    if (newline - recordStart > RECORD_MAX_BYTES) this.#refuse('riga-troppo-lunga');
    else if (!this.#sound) this.#checkCharacters(bytes.subarray(recordStart, newline));
    return true;
  }

  #withoutReturn(newline: number): number {
    return this.bytes[newline - 1] === RETURN && newline > this.recordStart ? newline - 1 : newline;
  }

  #checkCharacters(record: Buffer): void {
    if (record.includes(NUL)) this.#refuse('carattere-di-controllo');
    else if (record.includes(TWICE)) this.#refuse('testo-guasto');
    else if (!isReadable(record)) this.#refuse('testo-illeggibile');
  }

  /** Gives up the record: it ends with its first line, whatever its quotes seemed to say. */
  #refuse(defect: DifettoCsv): -1 {
    const newline = this.bytes.indexOf(NEWLINE, this.recordStart);
    this.defect = defect;
    this.recordEnd = this.#withoutReturn(newline);
    this.position = newline + 1;
    this.nextLine = this.line + 1;
    return -1;
  }
}

function isReadable(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(REPLACEMENT) && !bytes.includes(TWICE);
}
