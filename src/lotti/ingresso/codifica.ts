import { isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { LettereDos } from './lettere-dos.ts';

/** How the characters of a text file are written. */
export type Codifica = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'macintosh';

/** How a text file is written. */
export interface Scrittura {
  readonly codifica: Codifica;
  /** Lines end in CR alone, as on old Macs. */
  readonly soloCr: boolean;
}

const START_BYTES = 64 * 1024;
const READ_BYTES = 1024 * 1024;
const NEWLINE = 10;
const RETURN = 13;
const ASCII_MAX = 127;

/**
 * Tells how a text file is written. A byte order mark decides; without one, UTF-16 has a zero every second byte, and what is
 * not UTF-8 is Windows-1252, as Excel writes its «CSV», or code page 850 of MS-DOS where its letters say so: the whole file is
 * looked at, because the first accent may come late. A file in UTF-8 with a few spoilt rows is UTF-8 all the same, and those rows
 * are refused one by one.
 * @throws ErroreDati `codifica-dubbia` when letters of two kinds are mixed: a name would be written wrong
 */
export async function riconosciScrittura(path: string): Promise<Scrittura> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    const utf16 = whichUtf16(start);
    if (utf16 !== undefined) return { codifica: utf16, soloCr: endsInReturns(start, 2) };
    const soloCr = endsInReturns(start, 1);
    const marked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
    if (marked || (await isMostlyUtf8(file))) return { codifica: 'utf-8', soloCr };
    return { codifica: soloCr ? 'macintosh' : await windowsOrDos(file), soloCr };
  } finally {
    await file.close();
  }
}

function whichUtf16(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at & 1 ? 1 : 0]++;
  const [even, odd] = zeros;
  const most = start.length / 4;
  if (odd > most && even < odd / 8) return 'utf-16le';
  return even > most && odd < even / 8 ? 'utf-16be' : undefined;
}

function endsInReturns(start: Buffer, width: number): boolean {
  let returns = 0;
  for (let at = 0; at < start.length; at++) {
    // In UTF-16 the other byte of a character may be 10 as well: only whole ones count.
    if (width === 2 && start[at ^ 1] !== 0) continue;
    if (start[at] === NEWLINE) return false;
    if (start[at] === RETURN) returns++;
  }
  return returns > 0;
}

/** Whether the file is UTF-8, or has more good characters beyond ASCII than bytes that fit nowhere. */
async function isMostlyUtf8(file: FileHandle): Promise<boolean> {
  let sound = true;
  for await (const piece of pieces(file)) if (!isUtf8(piece)) sound = false;
  if (sound) return true;
  const quanti = { buoni: 0, guasti: 0 };
  for await (const piece of pieces(file)) count(piece, quanti);
  return quanti.buoni > quanti.guasti;
}

async function windowsOrDos(file: FileHandle): Promise<'windows-1252' | 'cp850'> {
  const lettere = new LettereDos();
  for await (const piece of pieces(file)) lettere.add(piece);
  const { origine } = lettere;
  if (origine === 'dubbia') {
    throw new ErroreDati('codifica-dubbia', { campo: 'ingresso' });
  }
  return origine === 'dos' ? 'cp850' : 'windows-1252';
}

/** The file in pieces that do not part a character in two; each is good until the next. */
async function* pieces(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(READ_BYTES + 4);
  let position = 0;
  let held = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, held, READ_BYTES, position);
    position += bytesRead;
    const end = held + bytesRead;
    const whole = bytesRead === 0 ? end : end - unfinished(buffer, end);
    if (whole > 0) yield buffer.subarray(0, whole);
    if (bytesRead === 0) return;
    buffer.copyWithin(0, whole, end);
    held = end - whole;
  }
}

/** Bytes at the end that may be the start of a character. */
function unfinished(buffer: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = buffer[end - back] as number;
    if (byte >= 0xc0) return sequence(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function sequence(first: number): number {
  return first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
}

function count(bytes: Buffer, quanti: { buoni: number; guasti: number }): void {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    const length = byte > ASCII_MAX ? sequence(byte) : 1;
    const good = length > 1 && isUtf8(bytes.subarray(at, at + length));
    if (good) quanti.buoni++;
    else if (byte > ASCII_MAX) quanti.guasti++;
    at += good ? length : 1;
  }
}
