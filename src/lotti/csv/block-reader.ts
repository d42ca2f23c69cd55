import type { FileHandle } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { RECORD_MAX_CHARS } from './record-scanner.ts';

/** Bytes read at a time: little enough that the work on one block never holds up the other users of the process. */
const READ_BYTES = 256 * 1024;
/**
 * A record still open after these bytes is longer than RECORD_MAX_CHARS in any alphabet, and so is its last line without the
 * lines before: the scanner refuses both, and the reader can drop the rest of the line.
 */
const RECORD_MAX_BYTES = 8 * RECORD_MAX_CHARS;
const NEWLINE = 10;

/**
 * Reads a UTF-8 file as text in blocks that end at a line's end, in constant memory whatever the file holds. A byte order
 * mark is skipped; a missing last newline is added; of a line without end only the start is given, for the scanner to refuse.
 * Bytes that are not UTF-8 come out as U+FFFD, which the scanner refuses too.
 */
export class BlockReader {
  readonly #file: FileHandle;
  readonly #buffer = Buffer.allocUnsafe(RECORD_MAX_BYTES + READ_BYTES);
  /** Bytes held; the first of them stands at `#offset` in the file. */
  #held = 0;
  #offset: number;
  /** How many of them the last block was made of. */
  #given = 0;
  #ended = false;
  #skipping = false;

  /** @param offset byte to start from: 0, or the start of a record where an earlier run stopped */
  constructor(file: FileHandle, offset = 0) {
    this.#file = file;
    this.#offset = offset;
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
   * The next block, which starts with what `consume` left over; undefined at the end of the file.
   * @throws ErroreDati `file-utf16`
   */
  async next(): Promise<string | undefined> {
    const left = this.#held;
    let newline = -1;
    while (newline < left && this.#held < RECORD_MAX_BYTES && !this.#ended) {
      await this.#fill();
      newline = this.#lineEnd(this.#held);
    }
    if (this.#held === 0) return undefined;
    if (this.#ended) return this.#give(this.#held);
    if (newline >= left) return this.#give(newline + 1);
    this.#skipping = true;
    return this.#give(this.#held);
  }

  /** Says how far the block was read: the lines after `position` start the next block. */
  consume(text: string, position: number): void {
    let from = this.#given;
    for (let at = position; at < text.length; at = text.indexOf('\n', at) + 1) from = this.#lineEnd(from - 1) + 1;
    this.#drop(from);
  }

  #give(bytes: number): string {
    this.#given = bytes;
    const text = this.#buffer.toString('utf8', 0, bytes);
    return text.endsWith('\n') ? text : `${text}\n`;
  }

  /** The last newline among the first `bytes` bytes, or -1. */
  #lineEnd(bytes: number): number {
    return bytes < 1 ? -1 : this.#buffer.lastIndexOf(NEWLINE, bytes - 1);
  }

  #drop(bytes: number): void {
    this.#buffer.copyWithin(0, bytes, this.#held);
    this.#held -= bytes;
    this.#offset += bytes;
  }

  async #fill(): Promise<void> {
    const room = Math.min(READ_BYTES, this.#buffer.length - this.#held);
    const { bytesRead } = await this.#file.read(this.#buffer, this.#held, room, this.#offset + this.#held);
    this.#held += bytesRead;
    this.#ended = bytesRead === 0;
    if (this.#offset === 0) this.#checkStart();
    if (this.#skipping) this.#skipLine();
  }

  #checkStart(): void {
    const [a, b, c] = this.#buffer.subarray(0, Math.min(3, this.#held));
    if (a === 0xef && b === 0xbb && c === 0xbf) this.#drop(3);
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
      throw new ErroreDati(
        'file-utf16',
        'Il file è in UTF-16 («Testo Unicode»): salvarlo come «CSV UTF-8 (delimitato da punto e virgola)».',
      );
    }
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
