import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { ObjectTable, type Ref } from './object-table.ts';

export type { Ref } from './object-table.ts';

/** Where finished bytes go, in order. */
export type ByteSink = (bytes: Uint8Array) => void;

/** Objects that share one compressed object stream: more compresses better, fewer reads faster. */
const OGGETTI_PER_STREAM = 180;

/**
 * Level 3 takes half the time of the default for an eighth more bytes. Compressed at once: handing a page to another thread
 * costs more than compressing it.
 */
const COMPRESSIONE = { level: 3, chunkSize: 8 * 1024 } as const;

/** Operators on their way to be compressed: used anew for each stream, so that pages leave no garbage behind. */
const BANCO = Buffer.allocUnsafeSlow(64 * 1024);

const FINE_STREAM = Buffer.from('\nendstream\nendobj\n', 'latin1');

/**
 * Writes the objects of a PDF 1.7 file (ISO 32000-1) one after the other and keeps nothing but where they are, so that a
 * document of any length needs little memory. The same objects give the same bytes: the file's ID is a hash of them.
 */
export class PdfFile {
  readonly #sink: ByteSink;
  readonly #hash = createHash('sha256');
  #written = 0;
  #next = 1;
  readonly #table = new ObjectTable();
  #pending: { readonly ref: Ref; readonly text: string }[] = [];

  constructor(sink: ByteSink) {
    this.#sink = sink;
    // The second line's bytes above 127 tell transfer programs that this is a binary file (7.5.2).
    this.#emit(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  /** The number of an object to be written later, so that others can point to it now. */
  reserve(): Ref {
    return this.#next++;
  }

  /** Writes an object that is not a stream; it goes into a compressed object stream with its neighbours. */
  object(text: string, ref = this.reserve()): Ref {
    this.#pending.push({ ref, text });
    if (this.#pending.length === OGGETTI_PER_STREAM) this.#flush();
    return ref;
  }

  /**
   * Writes a stream.
   * @param dict entries other than `/Length` and `/Filter`
   * @param content bytes, or text of one byte a character
   * @param options `plain`: not compressed, as PDF/A asks of metadata
   */
  stream(
    dict: string,
    content: Uint8Array | string,
    options: { readonly ref?: Ref; readonly plain?: boolean } = {},
  ): Ref {
    const { ref = this.reserve(), plain = false } = options;
    const filter = plain ? '' : '/Filter/FlateDecode';
    const bytes = typeof content === 'string' ? onBench(content) : content;
    const body = plain ? bytes : deflateSync(bytes, COMPRESSIONE);
    this.#table.setOffset(ref, this.#written);
    this.#emit(Buffer.from(`${ref} 0 obj\n<<${dict}${filter}/Length ${body.byteLength}>>\nstream\n`, 'latin1'));
    this.#emit(body);
    this.#emit(FINE_STREAM);
    return ref;
  }

  /** Writes the cross-reference stream and the end of the file. */
  finish(root: Ref, info: Ref): void {
    this.#flush();
    const ref = this.reserve();
    const start = this.#written;
    this.#table.setOffset(ref, start);
    const id = this.#hash.copy().digest('hex').slice(0, 32).toUpperCase();
    const dict = `/Type/XRef/Size ${ref + 1}/W[1 5 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`;
    this.stream(dict, this.#table.rows(ref + 1), { ref });
    this.#emit(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const stream = this.reserve();
    let header = '';
    let offset = 0;
    for (const [place, { ref, text }] of this.#pending.entries()) {
      header += `${ref} ${offset} `;
      offset += text.length + 1;
      this.#table.setInStream(ref, stream, place);
    }
    const body = header + this.#pending.map(({ text }) => text).join('\n');
    const dict = `/Type/ObjStm/N ${this.#pending.length}/First ${header.length}`;
    this.#pending = [];
    this.stream(dict, body, { ref: stream });
  }

  #emit(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#written += bytes.byteLength;
    this.#sink(bytes);
  }
}

function onBench(text: string): Uint8Array {
  return text.length > BANCO.length ? Buffer.from(text, 'latin1') : BANCO.subarray(0, BANCO.write(text, 'latin1'));
}

/** A text string as PDF objects write it: as it is when ASCII, else UTF-16BE in hexadecimal (7.9.2.2). */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
