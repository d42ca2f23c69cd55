import type { FileHandle } from 'node:fs/promises';
import { RECORD_MAX_BYTES } from './record-scanner.ts';

/** Bytes read at a time: little enough that the work on one block never holds up the other users of the process. */
const READ_BYTES = 256 * 1024;
/**
 * A record still open after these bytes is longer than RECORD_MAX_BYTES, and so is its last line without the lines before:
 * the scanner refuses both, and the reader can drop the rest of the line.
 */
const OPEN_MAX_BYTES = 4 * RECORD_MAX_BYTES;
const NEWLINE = 10;

/**
 * Reads a file in blocks of bytes that end at a line's end, in constant memory whatever the file holds. A byte order mark is
 * skipped; a missing last newline is added; of a line without end only the start is given, for the scanner to refuse.
 */
export class BlockReader {
  readonly #file: FileHandle;
  /** With room for the newline that a file may lack. */
  readonly #buffer = Buffer.allocUnsafe(OPEN_MAX_BYTES + READ_BYTES + 1);
  /** What is read while the caller works on the block before. */
  readonly #ahead = Buffer.allocUnsafe(READ_BYTES);
  #reading: Promise<number> | undefined;
  /** Bytes of the file read so far, what is being read left out. */
  #position: number;
  /** Bytes held; the first of them stands at `#offset` in the file. */
  #held = 0;
  #offset: number;
  /** How many of them the last block was made of. */
  #given = 0;
  #ended = false;
  #unended = false;
  #skipping = false;

  /** @param offset byte to start from: 0, or the start of a record where an earlier run stopped */
  constructor(file: FileHandle, offset = 0) {
    this.#file = file;
    this.#offset = offset;
    this.#position = offset;
  }

  /** Place in the file, in bytes, of the first record not yet consumed. */
  get offset(): number {
    return this.#offset;
  }

  /** Whether the last block was the end of the file. */
  get last(): boolean {
    return this.#ended && this.#given === this.#held;
  }

  /**
   * The next block, which starts with what `consume` left over; undefined at the end of the file. It is good until the next call
   * of either.
   */
  async next(): Promise<Buffer | undefined> {
    const left = this.#held;
    let newline = -1;
    while (newline < left && this.#held < OPEN_MAX_BYTES && !this.#ended) {
      await this.#fill();
      newline = this.#buffer.subarray(0, this.#held).lastIndexOf(NEWLINE);
    }
    if (this.#held === 0) return undefined;
    if (this.#ended) return this.#give(this.#held);
    if (newline >= left) return this.#give(newline + 1);
    this.#skipping = true;
    return this.#give(this.#held);
  }

  /** Says how far the block was read: what follows `position` starts the next one. */
  consume(position: number): void {
    this.#drop(Math.min(position, this.#held));
  }

  /** Whether the newline at the end of the last block is not the file's. */
  get unended(): boolean {
    return this.#unended;
  }

  #give(bytes: number): Buffer {
    this.#given = bytes;
    this.#unended = this.#buffer[bytes - 1] !== NEWLINE;
    if (!this.#unended) return this.#buffer.subarray(0, bytes);
    this.#buffer[bytes] = NEWLINE;
    return this.#buffer.subarray(0, bytes + 1);
  }

  #drop(bytes: number): void {
    this.#buffer.copyWithin(0, bytes, this.#held);
    this.#held -= bytes;
    this.#offset += bytes;
  }

  async #fill(): Promise<void> {
    const bytesRead = await (this.#reading ?? this.#read());
    this.#ahead.copy(this.#buffer, this.#held, 0, bytesRead);
    this.#position += bytesRead;
    this.#held += bytesRead;
    this.#ended = bytesRead === 0;
    this.#reading = this.#ended ? undefined : this.#read();
    this.#reading?.catch(() => undefined);
    if (this.#offset === 0) this.#checkStart();
    if (this.#skipping) this.#skipLine();
  }

  /** An error comes out when the bytes are wanted, if ever they are. */
  async #read(): Promise<number> {
    return (await this.#file.read(this.#ahead, 0, READ_BYTES, this.#position)).bytesRead;
  }

  #checkStart(): void {
    const [a, b, c] = this.#buffer.subarray(0, Math.min(3, this.#held));
    if (a === 0xef && b === 0xbb && c === 0xbf) this.#drop(3);
  }

  #skipLine(): void {
    const newline = this.#buffer.subarray(0, this.#held).indexOf(NEWLINE);
    if (newline < 0) this.#drop(this.#held);
    else {
      this.#skipping = false;
      this.#drop(newline + 1);
    }
  }
}
