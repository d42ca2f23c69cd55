/** How many different texts of a column are remembered with their value; a power of two. */
const SLOTS = 8192;
/** Longest text remembered, in bytes. */
const REMEMBERED_BYTES = 12;

/** Turns the text of a cell into its value. */
export interface CellReader<T> {
  /**
   * The value of the text between two places of a block.
   * @throws ErroreDati when it means nothing
   */
  read(bytes: Buffer, from: number, to: number): T;
  /** The value of a text. */
  parse(testo: string): T;
}

/**
 * Remembers what the texts of a column mean: the cells of a file repeat themselves, and cutting them out and reading them
 * anew is most of the work of a row. Each text has one place, by its hash, and drives out whoever was there. Errors are not
 * remembered. The same text gives the same object, so values must be immutable.
 */
export class RememberingReader<T> implements CellReader<T> {
  readonly parse: (testo: string) => T;
  /** The text of each place, and its length: -1 where nothing is remembered. */
  readonly #texts = new Uint8Array(SLOTS * REMEMBERED_BYTES);
  readonly #lengths = new Int8Array(SLOTS).fill(-1);
  readonly #values: (T | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);

  constructor(parse: (testo: string) => T) {
    this.parse = parse;
  }

  read(bytes: Buffer, from: number, to: number): T {
    const length = to - from;
    if (length > REMEMBERED_BYTES) return this.parse(bytes.toString('utf8', from, to));
    let hash = length;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && this.#isAt(slot, bytes, from, to)) return this.#values[slot] as T;
    const value = this.parse(bytes.toString('utf8', from, to));
    this.#lengths[slot] = length;
    this.#texts.set(bytes.subarray(from, to), slot * REMEMBERED_BYTES);
    this.#values[slot] = value;
    return value;
  }

  #isAt(slot: number, bytes: Buffer, from: number, to: number): boolean {
    const texts = this.#texts;
    for (let at = from, i = slot * REMEMBERED_BYTES; at < to; at++, i++) if (texts[i] !== bytes[at]) return false;
    return true;
  }
}

/** Codes do not repeat themselves: they are looked at where they stand, and parsed only when they are not plain. */
export class CodeReader<T extends string> implements CellReader<T> {
  /** Whether the text between the two places is certainly a good code. */
  readonly isPlain: (bytes: Buffer, from: number, to: number) => boolean;
  readonly parse: (testo: string) => T;

  constructor(isPlain: (bytes: Buffer, from: number, to: number) => boolean, parse: (testo: string) => T) {
    this.isPlain = isPlain;
    this.parse = parse;
  }

  read(bytes: Buffer, from: number, to: number): T {
    const testo = bytes.toString('utf8', from, to);
    return this.isPlain(bytes, from, to) ? (testo as T) : this.parse(testo);
  }
}

const SPACE = 32;
const ASCII_MAX = 127;

/** Whether a cell can be read where it stands: no spaces at its ends to trim; quotes inside mean nothing in our columns. */
export function isTrimmed(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from] as number;
  return first > SPACE && first <= ASCII_MAX && (bytes[to - 1] as number) > SPACE;
}
