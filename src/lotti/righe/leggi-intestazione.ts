import { type FileHandle, open } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { BlockReader } from '../csv/block-reader.ts';
import { COLUMNS_MAX, RecordScanner } from '../csv/record-scanner.ts';
import { fraseDifetto } from './errore-riga.ts';
import { type Intestazione, parseIntestazione, type Richieste } from './intestazione.ts';

/** The header of a file and how the file is written, which the output follows. */
export interface InizioFile {
  readonly intestazione: Intestazione;
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n';
  /** Byte and line of the first row of data. */
  readonly offset: number;
  readonly line: number;
}

/** @throws ErroreDati `file-non-leggibile` */
export async function openIngresso(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch {
    // told below, in words
  }
  throw new ErroreDati('file-non-leggibile', `Il file ${path} non c’è o non si può leggere.`, { campo: 'ingresso' });
}

/**
 * Reads the first line that is not empty as the header.
 * @throws ErroreDati `file-vuoto`, `file-utf16`, `intestazione-…`
 */
export async function leggiIntestazione(file: FileHandle, richieste: Richieste): Promise<InizioFile> {
  const reader = new BlockReader(file);
  const block = await reader.next();
  const scanner = new RecordScanner();
  scanner.load(block ?? Buffer.alloc(0));
  const byteOrderMark = reader.offset > 0;
  do {
    if (!scanner.next(true)) throw new ErroreDati('file-vuoto', 'Il file è vuoto: manca anche la riga d’intestazione.');
  } while (scanner.recordEnd === scanner.recordStart);
  if (scanner.defect !== undefined) {
    throw new ErroreDati(`intestazione-${scanner.defect}`, `Intestazione: ${fraseDifetto(scanner.defect)}`);
  }
  const lineEnd = scanner.bytes[scanner.recordEnd] === 13 ? '\r\n' : '\n';
  if (scanner.fields > COLUMNS_MAX) {
    const quante = `Il file ha ${scanner.fields} colonne: se ne accettano al più ${COLUMNS_MAX}.`;
    throw new ErroreDati('intestazione-troppo-larga', quante, { campo: 'intestazione' });
  }
  const campi = Array.from({ length: scanner.fields }, (_, i) => scanner.value(i).trim());
  const intestazione = parseIntestazione(campi, richieste);
  reader.consume(scanner.position);
  return { intestazione, byteOrderMark, lineEnd, offset: reader.offset, line: scanner.nextLine };
}
