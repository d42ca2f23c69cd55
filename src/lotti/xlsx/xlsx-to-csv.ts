import { open } from 'node:fs/promises';
import { quoteCell } from '../csv/cell.ts';
import { PartialFile } from '../uscita/partial-file.ts';
import { XLSX } from './read-parts.ts';
import { readRows } from './read-rows.ts';

/** First bytes of a ZIP archive, and so of an XLSX. */
const ZIP_START = 0x04034b50;

/** Most that a workbook may become: a cell of a few bytes may stand for a long text, and there are millions of cells. */
const CSV_MAX_BYTES = 1024 * 1024 * 1024;
/** Text gathered before it is written. */
const WRITE_CHARS = 1024 * 1024;

/** Whether a file is an XLSX, whatever it is called. */
export async function isXlsx(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === ZIP_START;
  } finally {
    await file.close();
  }
}

/**
 * Writes the first sheet of a workbook as a `;` CSV in which line n is row n of the sheet; each row as wide as the header,
 * or wider when it holds more. With a byte order mark and CRLF, as spreadsheets write it and want it back. The same workbook
 * gives the same bytes.
 * @throws ErroreDati `xlsx-non-valido`, `xlsx-troppo-grande`
 */
export async function xlsxToCsv(path: string, csv: string): Promise<void> {
  const out = new PartialFile(csv);
  await out.open();
  try {
    let line = 1;
    let width = 0;
    let text = '\ufeff';
    for await (const rows of readRows(path)) {
      for (const { riga, celle } of rows) {
        width ||= celle.length;
        text += '\r\n'.repeat(riga - line);
        text += celle.map(quoteCell).join(';') + ';'.repeat(Math.max(0, width - celle.length));
        line = riga;
        if (text.length < WRITE_CHARS) continue;
        await out.append(text);
        text = '';
        if (out.length > CSV_MAX_BYTES) throw XLSX.troppoGrande();
      }
    }
    await out.append(`${text}\r\n`);
    await out.sync();
    await out.close();
  } catch (errore) {
    await out.discard();
    throw errore;
  }
  await out.commit();
}
