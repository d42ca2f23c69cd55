import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { xlsxNonValido, xlsxTroppoGrande } from './errore-xlsx.ts';

const END_BYTES = 22;
const COMMENT_MAX_BYTES = 65_535;
const DIRECTORY_MAX_BYTES = 1024 * 1024;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const READ_BYTES = 64 * 1024;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/**
 * Reads the entries of a ZIP archive as streams. Nothing is trusted: the directory has a limit, and what an entry inflates
 * to is counted as it comes, whatever the archive declares.
 */
export class ZipReader {
  readonly #file: FileHandle;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: FileHandle, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** @throws ErroreDati `xlsx-non-valido` */
  static async open(path: string): Promise<ZipReader> {
    const file = await open(path, 'r');
    try {
      return new ZipReader(file, await readDirectory(file));
    } catch (errore) {
      await file.close();
      throw errore;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The text of an entry, piece by piece.
   * @throws ErroreDati `xlsx-non-valido`, `xlsx-troppo-grande` when it inflates to more than `maxBytes`
   */
  async *text(name: string, maxBytes: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw xlsxNonValido(`manca ${name}`);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let bytes = 0;
    try {
      for await (const chunk of this.#inflate(entry)) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw xlsxTroppoGrande();
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    } catch (errore) {
      if (errore instanceof TypeError) throw xlsxNonValido(`${name} non è in UTF-8`);
      if ((errore as NodeJS.ErrnoException).code?.startsWith('Z_') === true) throw xlsxNonValido(`${name} è guasto`);
      throw errore;
    }
  }

  #inflate(entry: Entry): AsyncIterable<Buffer> {
    const packed = Readable.from(this.#packed(entry));
    if (entry.method === 0) return packed as AsyncIterable<Buffer>;
    const inflate = createInflateRaw();
    pipeline(packed, inflate, () => undefined);
    return inflate as AsyncIterable<Buffer>;
  }

  async *#packed({ packed, offset }: Entry): AsyncGenerator<Buffer> {
    const local = await readExactly(this.#file, offset, LOCAL_BYTES);
    if (local.readUInt32LE(0) !== 0x04034b50) throw xlsxNonValido('archivio guasto');
    let at = offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
    for (let left = packed; left > 0;) {
      const bytes = await readExactly(this.#file, at, Math.min(left, READ_BYTES));
      yield bytes;
      at += bytes.length;
      left -= bytes.length;
    }
  }
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tailBytes = Math.min(size, END_BYTES + COMMENT_MAX_BYTES);
  const tail = await readExactly(file, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + END_BYTES > tail.length) throw xlsxNonValido('non è un archivio intero');
  const length = tail.readUInt32LE(end + 12);
  if (length > DIRECTORY_MAX_BYTES) throw xlsxTroppoGrande();
  return parseDirectory(await readExactly(file, tail.readUInt32LE(end + 16), length));
}

function parseDirectory(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + ENTRY_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw xlsxNonValido('archivio guasto');
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const method = directory.readUInt16LE(at + 10);
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted || (method !== 0 && method !== 8)) throw xlsxNonValido('è protetto o compresso in modo insolito');
    const entry = { method, packed: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) };
    entries.set(directory.toString('utf8', at + ENTRY_BYTES, nameEnd), entry);
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw xlsxNonValido('il file è tronco');
  return buffer;
}
