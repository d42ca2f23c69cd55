import type { Writable } from 'node:stream';

/** A dozen pages: few enough writes, and little that waits. */
const BLOCCO_BYTE = 64 * 1024;

/**
 * Gathers small pieces into blocks on their way to a stream. The pieces can be forgotten at once: kept until the disk is ready
 * they would outlive young garbage, and a long document would take memory for nothing.
 */
export class ByteBlocks {
  readonly #stream: Writable;
  #block = Buffer.allocUnsafeSlow(BLOCCO_BYTE);
  #filled = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const some = bytes.subarray(from, from + BLOCCO_BYTE - this.#filled);
      this.#block.set(some, this.#filled);
      this.#filled += some.length;
      from += some.length;
      if (this.#filled === BLOCCO_BYTE) this.flush();
    }
  }

  /** Hands over what was gathered. */
  flush(): void {
    if (this.#filled === 0) return;
    this.#stream.write(this.#block.subarray(0, this.#filled));
    this.#block = Buffer.allocUnsafeSlow(BLOCCO_BYTE);
    this.#filled = 0;
  }
}
