import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDeflate, crc32, deflateSync } from 'node:zlib';
import { workbookParts } from '../../src/lotti/xlsx/workbook-xml.ts';
import { ZipWriter } from '../../src/lotti/zip/zip-writer.ts';

const MEGA = 1024 * 1024;

/** A page whose drawing is packed twice: a few KB that open into so many MB. */
export async function doublePackedPdf(mega: number): Promise<Buffer> {
  const contenuto = deflateSync(await deflatedZeros(mega));
  const prima =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n' +
    `4 0 obj<</Length ${contenuto.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`;
  return Buffer.concat([
    Buffer.from(prima),
    contenuto,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

async function deflatedZeros(mega: number): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  const zero = Buffer.alloc(MEGA);
  const zeri = function* (): Generator<Buffer> {
    for (let i = 0; i < mega; i += 1) yield zero;
  };
  await pipeline(zeri, createDeflate(), async (flusso: AsyncIterable<Buffer>) => {
    for await (const pezzo of flusso) pezzi.push(pezzo);
  });
  return Buffer.concat(pezzi);
}

/** A sound PNG, grey, of so many dots a side. */
export function squarePng(lato: number): Buffer {
  const testa = Buffer.alloc(13);
  testa.writeUInt32BE(lato, 0);
  testa.writeUInt32BE(lato, 4);
  testa.set([8, 0, 0, 0, 0], 8);
  const punti = deflateSync(Buffer.alloc((lato + 1) * lato));
  const firma = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([firma, chunk('IHDR', testa), chunk('IDAT', punti), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(tipo: string, dati: Buffer): Buffer {
  const corpo = Buffer.concat([Buffer.from(tipo), dati]);
  const lungo = Buffer.alloc(4);
  lungo.writeUInt32BE(dati.length);
  const somma = Buffer.alloc(4);
  somma.writeUInt32BE(crc32(corpo));
  return Buffer.concat([lungo, corpo, somma]);
}

/** A workbook whose one cell has an attribute of so many closing brackets. */
export async function longAttribute(lungo: number): Promise<Buffer> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-ostili-'));
  const path = join(cartella, 'attributo.xlsx');
  const file = await open(path, 'w');
  const zip = new ZipWriter(file);
  const parti = new Map(workbookParts(['Foglio']));
  const cella = `<c r="A1" t="str" nota="${'>'.repeat(lungo)}"><v>trimestre</v></c>`;
  parti.set('xl/worksheets/sheet1.xml', `<worksheet><sheetData><row r="1">${cella}</row></sheetData></worksheet>`);
  for (const [nome, testo] of parti) await zip.add(nome, [testo]);
  await zip.end();
  await file.close();
  const byte = readFileSync(path);
  rmSync(cartella, { recursive: true });
  return byte;
}
