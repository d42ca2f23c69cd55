import { TextDecoder } from 'node:util';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { crc32 } from './crc32.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { ErroriFoglio } from '../fogli/errore-foglio.ts';

/** Most bytes that the list of the entries may take, and fixed bytes of each. */
const DIRECTORY_MAX_BYTES = 1024 * 1024;
const ENTRY_BYTES = 46;

/**
 * Reads the entries of a ZIP archive as streams. Nothing is trusted: the directory has a limit, what an entry inflates to is
 * counted as it comes, whatever the archive declares, and must be what its checksum says.
 */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #errori: ErroriFoglio;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, errori: ErroriFoglio) {
    this.#zip = zip;
    this.#entries = entries;
    this.#errori = errori;
  }

  /** @throws ErroreDati `…-non-valido`, `…-troppo-grande` */
  static async open(path: string, errori: ErroriFoglio): Promise<ZipReader> {
    const zip = await openPromise(path, { autoClose: false }).catch(() => {
      throw errori.nonValido('non è un archivio intero');
    });
    try {
      return new ZipReader(zip, await readDirectory(zip, errori), errori);
    } catch (errore) {
      zip.close();
      throw errore instanceof ErroreDati ? errore : errori.nonValido('archivio guasto');
    }
  }

  close(): void {
    this.#zip.close();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The text of an entry, piece by piece.
   * @throws ErroreDati `…-non-valido`, `…-troppo-grande` when it inflates to more than `maxBytes`
   */
  async *text(name: string, maxBytes: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw this.#errori.nonValido(`manca ${name}`);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of this.#inflate(entry, maxBytes)) yield decode(decoder, chunk);
      yield decode(decoder);
    } catch (errore) {
      if (errore instanceof NotUtf8) throw this.#errori.nonValido(`${name} non è in UTF-8`);
      throw errore;
    }
  }

  async *#inflate(entry: Entry, maxBytes: number): AsyncGenerator<Buffer> {
    const broken = (): ErroreDati => this.#errori.nonValido(`${entry.fileName} è guasto`);
    const stream = await this.#zip.openReadStreamPromise(entry).catch(() => {
      throw broken();
    });
    const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    let bytes = 0;
    let crc = 0;
    try {
      for (;;) {
        const chunk: IteratorResult<Buffer, unknown> = await chunks.next().catch(() => {
          throw broken();
        });
        if (chunk.done === true) break;
        bytes += chunk.value.length;
        if (bytes > maxBytes) throw this.#errori.troppoGrande();
        crc = crc32(chunk.value, crc);
        yield chunk.value;
      }
    } finally {
      stream.destroy();
    }
    if (crc !== entry.crc32) throw broken();
  }
}

class NotUtf8 extends Error {}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new NotUtf8();
  }
}

async function readDirectory(zip: ZipFile, errori: ErroriFoglio): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += ENTRY_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (bytes > DIRECTORY_MAX_BYTES) throw errori.troppoGrande();
    if (entry.isEncrypted()) throw errori.nonValido('è protetto da una password');
    if (!entry.canDecodeFileData()) throw errori.nonValido('è compresso in modo insolito');
    if (entries.has(entry.fileName)) throw errori.nonValido(`contiene due volte ${entry.fileName.slice(0, 60)}`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}
