import type { FileHandle } from 'node:fs/promises';
import { createDeflateRaw } from 'node:zlib';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { crc32 } from './crc32.ts';

/** 1 January 1980, the earliest a ZIP can say: the same content gives the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x0800;
const SIZES_AFTER_DATA = 0x0008;
const DEFLATE = 8;
const VERSION = 20;
/** Without ZIP64, sizes and places are 32 bits. */
const SIZE_MAX = 2 ** 32 - 1;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** What an entry holds: text (written as UTF-8) or bytes, piece by piece. */
type Content = Iterable<string | Buffer> | AsyncIterable<string | Buffer>;

/** Writes a ZIP archive to a file, entry after entry, holding none of them in memory (PKWARE APPNOTE 6.3; no ZIP64). */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #offset = 0;

  readonly #sizeMax: number;

  /** @param sizeMax most bytes of the archive, and of what an entry holds */
  constructor(file: FileHandle, sizeMax = SIZE_MAX) {
    this.#file = file;
    this.#sizeMax = sizeMax;
  }

  async add(name: string, content: Content): Promise<void> {
    const offset = this.#offset;
    const encoded = Buffer.from(name, 'utf8');
    await this.#write(localHeader(encoded));
    const { crc, packed, size } = await this.#deflate(content);
    await this.#write(uint32s(0x08074b50, crc, packed, size));
    this.#entries.push({ name: encoded, crc, packed, size, offset });
  }

  /** Writes the directory. The caller closes the file. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#write(directoryHeader(entry));
    const counts = uint16s(0, 0, this.#entries.length, this.#entries.length);
    await this.#write(Buffer.concat([uint32s(0x06054b50), counts, uint32s(this.#offset - start, start), uint16s(0)]));
  }

  /** @throws ErroreDati `archivio-troppo-grande` before a size that the format cannot say */
  async #deflate(content: Content) {
    let crc = 0;
    let size = 0;
    let packed = 0;
    const deflate = createDeflateRaw();
    const feed = (async () => {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        crc = crc32(bytes, crc);
        size += bytes.length;
        if (Math.max(size, this.#offset + bytes.length) > this.#sizeMax) throw tooLarge();
        if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
      }
      deflate.end();
    })();
    feed.catch((errore: unknown) => deflate.destroy(errore as Error));
    for await (const bytes of deflate as AsyncIterable<Buffer>) {
      packed += bytes.length;
      await this.#write(bytes);
    }
    await feed;
    return { crc, packed, size };
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#file.writeFile(bytes);
    this.#offset += bytes.length;
  }
}

function tooLarge(): ErroreDati {
  const frase =
    'Il file da scrivere supererebbe i 4 GB, che il suo formato non ammette: scegliere .csv, o dividere il lotto.';
  return new ErroreDati('archivio-troppo-grande', { frase, campo: 'out' });
}

function localHeader(name: Buffer): Buffer {
  const flags = uint16s(VERSION, UTF8_NAMES | SIZES_AFTER_DATA, DEFLATE, 0, DOS_DATE);
  return Buffer.concat([uint32s(0x04034b50), flags, uint32s(0, 0, 0), uint16s(name.length, 0), name]);
}

function directoryHeader({ name, crc, packed, size, offset }: Entry): Buffer {
  const flags = uint16s(VERSION, VERSION, UTF8_NAMES | SIZES_AFTER_DATA, DEFLATE, 0, DOS_DATE);
  const rest = uint16s(name.length, 0, 0, 0, 0);
  return Buffer.concat([uint32s(0x02014b50), flags, uint32s(crc, packed, size), rest, uint32s(0, offset), name]);
}

function uint16s(...values: number[]): Buffer {
  return Buffer.from(new Uint16Array(values).buffer);
}

function uint32s(...values: number[]): Buffer {
  return Buffer.from(new Uint32Array(values).buffer);
}
