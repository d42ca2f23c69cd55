import { open } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';

/** What a file is, whatever it is called. */
export type Genere = 'testo' | 'xlsx' | 'ods';

/** Read from the start of a file to tell what it is; an old Excel file names its parts within its first sectors or its last. */
const START_BYTES = 64 * 1024;
const OLE_BYTES = 8 * 1024 * 1024;
/** Before the name of an archive's first entry. */
const LOCAL_HEADER_BYTES = 30;

const SALVARE =
  'aprirlo con Excel o LibreOffice e salvarlo come «Cartella di lavoro di Excel (.xlsx)» o come «CSV UTF-8 (delimitato da punto e virgola)».';

/** First bytes of files that are often given for a list, and what they are. */
const INIZI: readonly (readonly [string, string])[] = [
  ['1f8b', 'è compresso (gzip): estrarlo, e dare il file che contiene'],
  ['25504446', `è un PDF: serve il foglio da cui è stato stampato; ${SALVARE}`],
  ['7b5c727466', `è un documento di testo (RTF): ${SALVARE}`],
  ['52617221', 'è un archivio compresso (RAR): estrarlo, e dare il file che contiene'],
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
  [
    /^\s*<(?:!doctype html|html|head|meta|body|table|style)/i,
    `è una pagina web (HTML) con il nome di un foglio, come ne scrivono certi programmi: ${SALVARE}`,
  ],
];

/** Parts of an archive that tell what it is. */
const ARCHIVI: readonly (readonly [string, string])[] = [
  ['xl/workbook.bin', `è un foglio binario di Excel (.xlsb): ${SALVARE}`],
  ['word/document.xml', `è un documento di Word: serve un foglio; ${SALVARE}`],
];

/**
 * Tells what a file is from its content.
 * @throws ErroreDati `file-di-altro-formato`, with what it is and how to save it right
 */
export async function riconosci(path: string): Promise<Genere> {
  const start = await readStart(path, START_BYTES);
  const inizio = start.toString('hex', 0, 8);
  if (inizio.startsWith(ZIP)) return archivio(start.toString('latin1'));
  if (inizio === OLE) throw altro(ole(await readStart(path, OLE_BYTES)));
  for (const [prefisso, frase] of INIZI) if (inizio.startsWith(prefisso)) throw altro(frase);
  const testo = start.toString('utf8').replace(/^\ufeff/, '');
  for (const [forma, frase] of TESTI) if (forma.test(testo)) throw altro(frase);
  return 'testo';
}

/** An ODS says what it is in its first entry; an XLSX is what has a workbook inside, which its reader looks for. */
function archivio(testo: string): Genere {
  const prima = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/.exec(testo.slice(LOCAL_HEADER_BYTES))?.[1];
  if (prima !== undefined) {
    if (prima.endsWith('.spreadsheet')) return 'ods';
    throw altro(`è un documento di LibreOffice che non è un foglio: ${SALVARE}`);
  }
  for (const [parte, frase] of ARCHIVI) if (testo.includes(parte)) throw altro(frase);
  return 'xlsx';
}

/** Of an old compound file: names of streams are in UTF-16. */
function ole(bytes: Buffer): string {
  const has = (nome: string): boolean => bytes.includes(Buffer.from(nome, 'utf16le'));
  if (has('EncryptedPackage')) return 'è protetto da una password: aprirlo, togliere la password e salvarlo di nuovo';
  if (has('Workbook') || has('Book')) return `è un foglio di Excel 97-2003 (.xls): ${SALVARE}`;
  return `è un documento di una vecchia versione di Office: ${SALVARE}`;
}

function altro(frase: string): ErroreDati {
  return new ErroreDati('file-di-altro-formato', `Il file ${frase.replace(/\.?$/, '.')}`, {
    campo: 'ingresso',
    statoHttp: 415,
  });
}

async function readStart(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
