import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/**
 * A file written beside its final place (`importi.csv.parziale`) and renamed when it is whole, so that half a file never
 * stands under the final name. Writing goes on while the caller prepares what comes next; an error of the disk comes out of
 * the following call.
 */
export class PartialFile {
  readonly path: string;
  readonly partialPath: string;
  #file: FileHandle | undefined;
  #length = 0;
  #pending: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
    this.partialPath = `${path}.parziale`;
  }

  /** Bytes appended so far, those kept from an earlier run included. */
  get length(): number {
    return this.#length;
  }

  /** Starts anew, or after the first `keep` bytes of an interrupted run. */
  async open(keep = 0): Promise<void> {
    this.#file = await open(this.partialPath, keep === 0 ? 'w' : 'r+');
    await this.#file.truncate(keep);
    this.#length = keep;
  }

  /** Adds a text, or its bytes in UTF-8; resolves when those of the call before are written, and their buffer is free again. */
  async append(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const at = this.#length;
    this.#length += bytes.length;
    await this.#pending;
    if (bytes.length === 0) return;
    this.#pending = writeAll(this.#open(), bytes, at);
    this.#pending.catch(() => undefined);
  }

  /** Resolves when everything appended before the call is safe on the disk. */
  async sync(): Promise<void> {
    await this.#pending;
    await this.#open().datasync();
  }

  /** Closes; the partial file stays, for `--riprendi`. */
  async close(): Promise<void> {
    await this.#pending.catch(() => undefined);
    await this.#file?.close();
    this.#file = undefined;
  }

  /** Gives the file its final name, after `sync` and `close`; done already, it stays done. */
  async commit(): Promise<void> {
    try {
      await rename(this.partialPath, this.path);
    } catch (errore) {
      if ((errore as NodeJS.ErrnoException).code !== 'ENOENT' || !existsSync(this.path)) throw errore;
    }
  }

  /** Throws the partial file away. */
  async discard(): Promise<void> {
    await this.close();
    await rm(this.partialPath, { force: true });
  }

  #open(): FileHandle {
    if (this.#file === undefined) throw new Error(`${this.partialPath} is not open`);
    return this.#file;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
