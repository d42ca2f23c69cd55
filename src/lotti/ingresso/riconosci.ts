import { ErroreDati } from '../../valori/errore-dati.ts';
import { XLSX } from '../xlsx/read-parts.ts';
import { ZipReader } from '../zip/zip-reader.ts';
import { openIngresso } from './apri-ingresso.ts';

/** What a file is, whatever it is called. */
export type Genere = 'testo' | 'xlsx' | 'ods';

/** Read from the start of a file to tell what it is; an old Excel file names its parts within its first sectors or its last. */
const START_BYTES = 64 * 1024;
const OLE_BYTES = 8 * 1024 * 1024;
/** What tells an OpenDocument file: its content, and its kind. */
const CONTENUTO_ODF = 'content.xml';
const MIMETYPE_BYTES = 200;

const SALVARE =
  'aprirlo con Excel o LibreOffice e salvarlo come «Cartella di lavoro di Excel (.xlsx)» o come «CSV UTF-8 (delimitato da punto e virgola)».';

/** First bytes of files that are often given for a list, and what they are. */
const INIZI: readonly (readonly [string, string])[] = [
  ['1f8b', 'è compresso (gzip): estrarlo, e dare il file che contiene'],
  ['25504446', `è un PDF: serve il foglio da cui è stato stampato; ${SALVARE}`],
  ['7b5c727466', `è un documento di testo (RTF): ${SALVARE}`],
  ['52617221', 'è un archivio compresso (RAR): estrarlo, e dare il file che contiene'],
  ['0000020006', `è un foglio di Lotus 1-2-3: ${SALVARE}`],
  ['00001a00', `è un foglio di Lotus 1-2-3: ${SALVARE}`],
  ['377abcaf', 'è un archivio compresso (7z): estrarlo, e dare il file che contiene'],
  ...['0900', '0902', '0904', '0908'].map(
    (inizio) => [inizio, `è un foglio di una versione molto vecchia di Excel: ${SALVARE}`] as const,
  ),
];
const ZIP = '504b0304';
const OLE = 'd0cf11e0a1b11ae1';

/** The same, of texts. */
const TESTI: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*<\?xml[^]{0,2000}?(?:urn:schemas-microsoft-com:office:spreadsheet|<office:document)/,
    `è un foglio in XML: ${SALVARE}`,
  ],
  [/^\s*<\?xml\s/, `è un testo in XML, non una tabella: farsi dare dal programma che lo scrive un CSV o un foglio`],
  [
    /^\s*[[{]\s*["{[\]}]/,
    'è un testo in JSON, non una tabella: farsi dare dal programma che lo scrive un CSV o un foglio',
  ],
  [/^ID;P/, `è un foglio in formato SYLK (.slk): ${SALVARE}`],
  [/^TABLE\r?\n0,1\r?\n/, `è un foglio in formato DIF: ${SALVARE}`],
  [
    /^\s*<(?:!doctype html|html|head|meta|body|table|style)/i,
    `è una pagina web (HTML) con il nome di un foglio, come ne scrivono certi programmi: ${SALVARE}`,
  ],
];

/** Parts of an archive that tell what it is. */
const ARCHIVI: readonly (readonly [string, string])[] = [
  ['xl/workbook.bin', `è un foglio binario di Excel (.xlsb): ${SALVARE}`],
  [
    'Index/Document.iwa',
    `è un foglio di Numbers (Apple): in Numbers scegliere Archivio, Esporta, e salvarlo come Excel o CSV`,
  ],
  ['Index.zip', `è un foglio di Numbers (Apple): in Numbers scegliere Archivio, Esporta, e salvarlo come Excel o CSV`],
  ['word/document.xml', `è un documento di Word: serve un foglio; ${SALVARE}`],
];

/**
 * Tells what a file is from its content.
 * @throws ErroreDati `file-non-leggibile`; `file-di-altro-formato`, with what it is and how to save it right
 */
export async function riconosci(path: string): Promise<Genere> {
  const start = await readStart(path, START_BYTES);
  const inizio = start.toString('hex', 0, 8);
  if (inizio.startsWith(ZIP)) return archivio(path);
  if (inizio === OLE) throw altro(ole(await readStart(path, OLE_BYTES)));
  for (const [prefisso, frase] of INIZI) if (inizio.startsWith(prefisso)) throw altro(frase);
  if (isDbase(start)) throw altro(`è una tabella di dBase (.dbf): ${SALVARE}`);
  const testo = start.toString('utf8').replace(/^\ufeff/, '');
  for (const [forma, frase] of TESTI) if (forma.test(testo)) throw altro(frase);
  return 'testo';
}

/**
 * Of an archive, by what it holds: programs put its entries in any order.
 * @throws ErroreDati `…-non-valido` when its list cannot be read
 */
async function archivio(path: string): Promise<Genere> {
  const zip = await ZipReader.open(path, XLSX);
  try {
    for (const [parte, frase] of ARCHIVI) if (zip.has(parte)) throw altro(frase);
    if (zip.has('_rels/.rels')) return 'xlsx';
    if (!zip.has(CONTENUTO_ODF)) throw altro('è un archivio compresso (ZIP): estrarlo, e dare il file che contiene');
    let tipo = '';
    if (zip.has('mimetype')) for await (const piece of zip.text('mimetype', MIMETYPE_BYTES)) tipo += piece;
    if (/^(?:application\/vnd\.oasis\.opendocument\.spreadsheet\s*)?$/.test(tipo)) return 'ods';
    throw altro(`è un documento di LibreOffice che non è un foglio: ${SALVARE}`);
  } finally {
    zip.close();
  }
}

/** A version, the day of the last change, and a header that ends where it says. */
function isDbase(start: Buffer): boolean {
  if (start.length < 32 || ![0x03, 0x30, 0x43, 0x83, 0x8b, 0xf5].includes(start[0] as number)) return false;
  const [mese = 0, giorno = 0] = [start[2], start[3]];
  return mese >= 1 && mese <= 12 && giorno >= 1 && giorno <= 31 && start.readUInt16LE(8) >= 33;
}

/** Of an old compound file: names of streams are in UTF-16. */
function ole(bytes: Buffer): string {
  const has = (nome: string): boolean => bytes.includes(Buffer.from(nome, 'utf16le'));
  if (has('EncryptedPackage')) return 'è protetto da una password: aprirlo, togliere la password e salvarlo di nuovo';
  if (has('Workbook') || has('Book')) return `è un foglio di Excel 97-2003 (.xls): ${SALVARE}`;
  return `è un documento di una vecchia versione di Office: ${SALVARE}`;
}

function altro(frase: string): ErroreDati {
  return new ErroreDati('file-di-altro-formato', { frase: frase.replace(/\.?$/, '.'), campo: 'ingresso' });
}

async function readStart(path: string, bytes: number): Promise<Buffer> {
  const file = await openIngresso(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
