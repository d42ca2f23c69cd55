import { lookAhead } from './look-ahead.ts';
import { isDigit, isEdifact, TRIPLET_VALUES, type Scheme, type TripletScheme } from './sets.ts';

const UNLATCH = 254;
const LATCH: Readonly<Record<Exclude<Scheme, 'ascii'>, number>> = { c40: 230, x12: 238, text: 239, edifact: 240 };
const EDIFACT_UNLATCH = 31;
const PAD = 129;

/**
 * The data code words of an ECC 200 symbol (ISO/IEC 16022, 5.2), padded to its capacity. Schemes change where the look-ahead
 * test says; the choices are those of the reference encoder, so the symbols are the same module by module.
 * @param text ASCII
 * @param capacity data code words of the symbol
 * @returns undefined when the text does not fit
 */
export function codeWords(text: string, capacity: number): Uint8Array | undefined {
  return new Encoder(text, capacity).encode();
}

class Encoder {
  readonly #text: Uint8Array;
  readonly #capacity: number;
  readonly #words: number[] = [];
  #at = 0;
  #scheme: Scheme = 'ascii';

  constructor(text: string, capacity: number) {
    if (!/^[\0-\x7f]+$/.test(text)) throw new RangeError('a Data Matrix of a notice holds ASCII text only');
    this.#text = Buffer.from(text, 'latin1');
    this.#capacity = capacity;
  }

  encode(): Uint8Array | undefined {
    while (this.#at < this.#text.length && this.#words.length <= this.#capacity) {
      if (this.#scheme === 'ascii') this.#ascii();
      else if (this.#scheme === 'edifact') this.#edifact();
      else this.#triplets(this.#scheme);
    }
    return this.#words.length > this.#capacity ? undefined : this.#padded();
  }

  #code(at: number): number {
    return this.#text[at] ?? 0;
  }

  /** Code words left in the symbol once `used` are. */
  #left(used: number): number {
    return used < this.#capacity ? this.#capacity - used : Infinity;
  }

  /** Two digits in one word, or a latch, or one character. */
  #ascii(): void {
    if (this.#pair()) return;
    const scheme = lookAhead(this.#text, this.#at, 'ascii');
    if (scheme === 'ascii') {
      this.#words.push(this.#code(this.#at++) + 1);
    } else {
      this.#words.push(LATCH[scheme]);
      this.#scheme = scheme;
    }
  }

  #pair(): boolean {
    if (!isDigit(this.#code(this.#at)) || !isDigit(this.#code(this.#at + 1))) return false;
    this.#words.push((this.#code(this.#at) - 48) * 10 + this.#code(this.#at + 1) - 48 + 130);
    this.#at += 2;
    return true;
  }

  /** C40, Text and X12: three values in two words, until another scheme is better or the text ends. */
  #triplets(scheme: TripletScheme): void {
    const known = TRIPLET_VALUES[scheme];
    const values: number[] = [];
    for (; this.#at < this.#text.length; this.#at++) {
      const own = known[this.#code(this.#at)];
      if (own === undefined) break;
      if (values.length % 3 === 0 && this.#endsTriplets(scheme, values)) return;
      values.push(...own);
    }
    // An incomplete triplet goes back to be written in ASCII.
    while (values.length % 3 !== 0) {
      this.#at--;
      values.length -= known[this.#code(this.#at)]?.length ?? 0;
    }
    this.#writeTriplets(values);
    this.#words.push(UNLATCH);
    this.#asciiAfterUnlatch();
  }

  /** At the boundary of a triplet: whether the scheme ends here, for a better one or because the symbol does. */
  #endsTriplets(scheme: TripletScheme, values: number[]): boolean {
    const better = values.length > 0 ? lookAhead(this.#text, this.#at, scheme) : scheme;
    if (better !== scheme) {
      this.#writeTriplets(values);
      this.#words.push(UNLATCH);
      if (better !== 'ascii') this.#words.push(LATCH[better]);
      this.#scheme = better;
      return true;
    }
    if (this.#text.length - this.#at > 3) return false;
    return this.#endsWithSymbol(scheme, values);
  }

  /** The last characters when they exactly fill what the symbol has left: no unlatch, or no room for one (5.2.5.2). */
  #endsWithSymbol(scheme: TripletScheme, values: number[]): boolean {
    const left = this.#left(this.#words.length + (values.length / 3) * 2);
    const rest = Array.from(
      this.#text.subarray(this.#at),
      (code) => TRIPLET_VALUES[scheme][code] ?? [-1, -1, -1, -1],
    ).flat();
    const lastWord = this.#code(this.#at) + 1;
    if (left === 2 && rest.length === 3) this.#writeTriplets([...values, ...rest]);
    else if (left === 2 && rest.length === 2 && scheme !== 'x12') this.#writeTriplets([...values, ...rest, 0]);
    else if (left === 2 && rest.length === 1) {
      this.#writeTriplets(values);
      this.#words.push(UNLATCH, lastWord);
    } else if (left === 1 && rest.length === 1) {
      this.#writeTriplets(values);
      this.#words.push(lastWord);
    } else return false;
    this.#scheme = 'ascii';
    this.#at = this.#text.length;
    return true;
  }

  #writeTriplets(values: readonly number[]): void {
    for (let i = 0; i < values.length; i += 3) {
      const packed = (values[i] ?? 0) * 1600 + (values[i + 1] ?? 0) * 40 + (values[i + 2] ?? 0) + 1;
      this.#words.push(packed >> 8, packed & 255);
    }
  }

  /** EDIFACT: four characters in three words (5.2.8). */
  #edifact(): void {
    const values: number[] = [];
    for (; this.#at < this.#text.length && isEdifact(this.#code(this.#at)); this.#at++) {
      if (values.length % 4 === 0) {
        if (this.#endsEdifactWithSymbol(values)) return;
        if (lookAhead(this.#text, this.#at, 'edifact') !== 'edifact') break;
      }
      values.push(this.#code(this.#at) & 63);
    }
    const used = this.#words.length + Math.floor(values.length / 4) * 3;
    const left = used <= this.#capacity ? this.#capacity - used : Infinity;
    if (values.length % 4 !== 0 || this.#at !== this.#text.length || left >= 3) values.push(EDIFACT_UNLATCH);
    this.#writeEdifact(values);
    this.#asciiAfterUnlatch();
  }

  /** One or two characters for one or two words left: they are written in ASCII and nothing follows. */
  #endsEdifactWithSymbol(values: readonly number[]): boolean {
    const rest = this.#text.subarray(this.#at);
    if (rest.length > 2) return false;
    const left = this.#left(this.#words.length + (values.length / 4) * 3);
    if (left > 2 || rest.length > left) return false;
    this.#writeEdifact(values);
    for (const code of rest) this.#words.push(code + 1);
    this.#scheme = 'ascii';
    this.#at = this.#text.length;
    return true;
  }

  #writeEdifact(values: readonly number[]): void {
    const whole = Math.ceil((values.length / 4) * 3);
    const words: number[] = [];
    for (let i = 0; i < values.length; i += 4) {
      const packed = [0, 1, 2, 3].reduce((bits, k) => bits * 64 + (values[i + k] ?? 0), 0);
      words.push((packed >> 16) & 255, (packed >> 8) & 255, packed & 255);
    }
    this.#words.push(...words.slice(0, whole));
  }

  /** What made the scheme end is written in ASCII at once. */
  #asciiAfterUnlatch(): void {
    this.#scheme = 'ascii';
    if (this.#at < this.#text.length && !this.#pair()) this.#words.push(this.#code(this.#at++) + 1);
  }

  /** The first pad word is 129; the others are scrambled by their place (5.2.3, annex B). */
  #padded(): Uint8Array {
    const used = this.#words.length;
    const padded = new Uint8Array(this.#capacity);
    padded.set(this.#words);
    for (let at = used; at < padded.length; at++) {
      const scrambled = at === used ? PAD : PAD + (((at + 1) * 149) % 253) + 1;
      padded[at] = scrambled > 254 ? scrambled - 254 : scrambled;
    }
    return padded;
  }
}
