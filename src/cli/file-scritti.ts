import { readdirSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { dataPath } from '../valori/data-folder.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { quanti } from '../valori/italiano.ts';

/** A file a command was asked to write, the field that says so, and how an error begins: `--out: `, or nothing. */
export interface FileScritto {
  readonly campo: string;
  readonly premessa: string;
  /** As the person wrote it. */
  readonly file: string;
}

/** How a file was before the command: one that is otherwise afterwards was written by it. */
export interface Prima extends FileScritto {
  readonly segno: string;
}

/** Bytes of a file looked at at a time. */
const PEZZO_BYTES = 256 * 1024;

/** Files whose lines a person counts; those of a CSV are its heading’s rows. */
const DI_TESTO: readonly string[] = ['.txt', '.yaml', '.yml', '.ics', '.json', '.xml'];

/**
 * Refuses what would be written over.
 * @throws ErroreDati `file-esistente`
 */
export function refuseExisting(file: readonly FileScritto[]): void {
  for (const { campo, premessa, file: scritto } of file) {
    const stato = statOf(scritto);
    if (stato === undefined) continue;
    const che = stato.isDirectory()
      ? 'è una cartella che c’è già; indicare un altro nome'
      : 'c’è già; indicare un altro nome, oppure aggiungere --sovrascrivi per scriverci sopra';
    throw new ErroreDati('file-esistente', { premessa, scritto, che, campo });
  }
}

/**
 * Refuses what could not be written in the end, before the work; the data folder’s own folders are made when needed.
 * @throws ErroreDati `cartella-mancante`
 */
export function requireFolders(file: readonly FileScritto[]): void {
  for (const { campo, premessa, file: scritto } of file) {
    const cartella = dirname(resolve(scritto));
    if (statOf(cartella)?.isDirectory() === true || cartella.startsWith(dataPath())) continue;
    throw new ErroreDati('cartella-mancante', { premessa, cartella, campo });
  }
}

/** How the files are before the work. */
export function noteBefore(file: readonly FileScritto[]): Prima[] {
  return file.map((uno) => ({ ...uno, segno: signOf(uno.file) }));
}

/** `scritto: importi.csv (12 righe)` for each file that the work wrote. */
export async function describeWritten(prima: readonly Prima[]): Promise<string[]> {
  const righe: string[] = [];
  for (const { file, segno } of prima) {
    const stato = statOf(file);
    if (stato !== undefined && signOf(file) !== segno) righe.push(`scritto: ${file} (${await sizeOf(file, stato)})`);
  }
  return righe;
}

async function sizeOf(file: string, stato: Stats): Promise<string> {
  if (stato.isDirectory()) return `${readdirSync(file).length} file`;
  const forma = extname(file).toLowerCase();
  if (forma === '.csv') return rowsOf(await countLines(file));
  if (DI_TESTO.includes(forma)) return quanti(await countLines(file), 'riga', 'righe');
  if (stato.size < 1000) return `${stato.size} byte`;
  const [misura, unita] = stato.size < 1_000_000 ? [1000, 'kB'] : [1_000_000, 'MB'];
  return `${(stato.size / misura).toLocaleString('it-IT', { maximumFractionDigits: 1 })} ${unita}`;
}

function rowsOf(linee: number): string {
  return linee <= 1 ? 'solo l’intestazione' : `${quanti(linee - 1, 'riga', 'righe')} e l’intestazione`;
}

/** One buffer for the whole file: a stream makes one a piece, and collecting them costs more than the counting. */
async function countLines(path: string): Promise<number> {
  const ACAPO = 10;
  const buffer = Buffer.allocUnsafe(PEZZO_BYTES);
  const file = await open(path, 'r');
  try {
    let righe = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PEZZO_BYTES);
      if (bytesRead === 0) return righe;
      const pezzo = buffer.subarray(0, bytesRead);
      for (let i = pezzo.indexOf(ACAPO); i !== -1; i = pezzo.indexOf(ACAPO, i + 1)) righe += 1;
    }
  } finally {
    await file.close();
  }
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function signOf(file: string): string {
  const stato = statOf(file);
  return stato === undefined ? '' : `${stato.ino} ${stato.mtimeMs} ${stato.size}`;
}
