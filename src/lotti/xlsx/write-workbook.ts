import { open } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { dataRow, headerRow, SHEET_END, sheetStart, type TipoColonna, XLSX_ROWS_MAX } from './sheet-xml.ts';
import { workbookParts } from './workbook-xml.ts';
import { ZipWriter } from '../zip/zip-writer.ts';

/** One sheet: a header and rows of texts, which each column's type may turn into numbers and days. */
export interface Foglio {
  /** At most 31 characters, letters and spaces. */
  readonly nome: string;
  readonly intestazioni: readonly string[];
  readonly tipi: readonly TipoColonna[];
  readonly larghezze: readonly number[];
  readonly righe: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
}

/** Rows gathered before they are handed to the compressor. */
const ROWS_AT_A_TIME = 200;

/**
 * Writes an XLSX workbook as a stream, in constant memory. The same content gives the same bytes.
 * @throws ErroreDati `xlsx-troppe-righe` beyond what a sheet can hold
 */
export async function writeWorkbook(path: string, fogli: readonly Foglio[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    const zip = new ZipWriter(file);
    for (const [name, xml] of workbookParts(fogli.map(({ nome }) => nome))) await zip.add(name, [xml]);
    for (const [i, foglio] of fogli.entries()) await zip.add(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(foglio));
    await zip.end();
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function* sheetXml({ intestazioni, tipi, larghezze, righe }: Foglio): AsyncGenerator<string> {
  yield sheetStart(larghezze);
  let text = headerRow(1, intestazioni);
  let row = 1;
  for await (const celle of righe) {
    if (++row > XLSX_ROWS_MAX) {
      throw new ErroreDati('xlsx-troppe-righe', { massimo: XLSX_ROWS_MAX, campo: 'out' });
    }
    text += dataRow(row, celle, tipi);
    if (row % ROWS_AT_A_TIME === 0) {
      yield text;
      text = '';
    }
  }
  yield text + SHEET_END;
}
