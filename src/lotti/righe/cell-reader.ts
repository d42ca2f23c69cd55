/** How many different texts of a column are remembered with their value; a power of two. */
const SLOTS = 8192;
/** Longest text remembered: the engine copies a slice of up to this length, a longer one would hold on to its whole block. */
const REMEMBERED_CHARS = 12;

/** Turns the text of a cell, told by its place in a block, into its value. */
export interface CellReader<T> {
  /** @throws ErroreDati when the text between the two places means nothing */
  read(text: string, from: number, to: number): T;
}

/**
 * Remembers what the texts of a column mean: the cells of a file repeat themselves, and cutting them out and reading them
 * anew is most of the work of a row. Each text has one place, by its hash, and drives out whoever was there. Errors are not
 * remembered. The same text gives the same object, so values must be immutable.
 */
export class RememberingReader<T> implements CellReader<T> {
  readonly #parse: (testo: string) => T;
  readonly #texts: (string | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);
  readonly #values: (T | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);

  constructor(parse: (testo: string) => T) {
    this.#parse = parse;
  }

  read(text: string, from: number, to: number): T {
    if (to - from > REMEMBERED_CHARS) return this.#parse(text.slice(from, to));
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.#texts[slot];
    if (known !== undefined && known.length === to - from && isAt(known, text, from)) return this.#values[slot] as T;
    const testo = text.slice(from, to);
    const value = this.#parse(testo);
    this.#texts[slot] = testo;
    this.#values[slot] = value;
    return value;
  }
}

function isAt(known: string, text: string, from: number): boolean {
  for (let i = 0; i < known.length; i++) {
    if (known.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
}
