import { deflate, deflateSync } from 'node:zlib';

/** Less than this is compressed at once: handing it to another thread would cost more. Bytes. */
const SOGLIA = 2_000;

/** Level 4 takes two thirds of the time of the default for a tenth more bytes. */
const LIVELLO = { level: 4 } as const;

interface Entry {
  readonly write: (body: Uint8Array) => void;
  body: Uint8Array | undefined;
}

interface Waiter {
  readonly most: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Compresses in Node's thread pool while the caller goes on, and hands over the results in the order they were given. */
export class CompressedQueue {
  readonly #entries: Entry[] = [];
  #waiters: Waiter[] = [];
  #failed: Error | undefined;

  /** @param write gets the body once all earlier ones were written; at once when nothing is waiting */
  push(bytes: Uint8Array, plain: boolean, write: (body: Uint8Array) => void): void {
    const entry: Entry = { write, body: undefined };
    this.#entries.push(entry);
    if (plain) entry.body = bytes;
    else if (bytes.byteLength < SOGLIA) entry.body = deflateSync(bytes, LIVELLO);
    else {
      deflate(bytes, LIVELLO, (error, body) => {
        if (error === null) entry.body = body;
        else this.#failed = error;
        this.#advance();
      });
    }
    this.#advance();
  }

  /** Resolves when at most this many are waiting; rejects if one could not be compressed or written. */
  settled(most: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ most, resolve, reject });
      this.#advance();
    });
  }

  #advance(): void {
    try {
      for (let body = this.#entries[0]?.body; body !== undefined; body = this.#entries[0]?.body) {
        this.#entries.shift()?.write(body);
      }
    } catch (error) {
      this.#failed = error instanceof Error ? error : new Error(String(error));
    }
    const failed = this.#failed;
    const ready =
      failed === undefined ? this.#waiters.filter(({ most }) => this.#entries.length <= most) : this.#waiters;
    if (ready.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => !ready.includes(waiter));
    for (const { resolve, reject } of ready) {
      if (failed === undefined) resolve();
      else reject(failed);
    }
  }
}
