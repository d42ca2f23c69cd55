const START_BYTES = 1024 * 1024;
const ZERO = 48;
const ASCII_MAX = 127;
/** Below this length a loop writes a text sooner than a call out of JavaScript. */
const SHORT_CHARS = 64;

/** Text that is written over and over, as the bytes it will be. */
export function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}

/**
 * Puts UTF-8 together piece by piece. It has two buffers and gives them in turn, so that one can be on its way to the disk
 * while the other fills: what `take` gave is good until the next `take` but one.
 */
export class ByteWriter {
  #bytes: Buffer = Buffer.allocUnsafe(START_BYTES);
  #other: Buffer = Buffer.allocUnsafe(START_BYTES);
  #length = 0;

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    [this.#bytes, this.#other] = [this.#other, this.#bytes];
    this.#length = 0;
    return taken;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  /** Bytes that are UTF-8 already. */
  piece(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  /** Part of a block. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = start; i < end; i++) bytes[at++] = from[i] as number;
    this.#length = at;
  }

  /** Any text. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    if (text.length < SHORT_CHARS && this.#ascii(text)) return;
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** A whole number, not negative. */
  integer(number: number): void {
    let digits = 1;
    for (let limit = 10; number >= limit; limit *= 10) digits++;
    this.#reserve(digits);
    const bytes = this.#bytes;
    let at = (this.#length += digits);
    for (let left = number; digits > 0; digits--) {
      const tens = Math.floor(left / 10);
      bytes[--at] = ZERO + (left - tens * 10);
      left = tens;
    }
  }

  /** Two digits, `00` to `99`. */
  twoDigits(number: number): void {
    const tens = Math.floor(number / 10);
    this.byte(ZERO + tens);
    this.byte(ZERO + (number - tens * 10));
  }

  #ascii(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > ASCII_MAX) return false;
      bytes[at++] = code;
    }
    this.#length = at;
    return true;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#bytes.length + bytes);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
