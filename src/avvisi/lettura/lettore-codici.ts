import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import { liberaMemoria } from '../../processi/libera-memoria.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { risorsa } from '../../valori/risorsa.ts';
import { apriDisegno, apriFoto } from './apri-immagine.ts';
import { type CodiceLetto, type FettaLetta, PAGINE_MASSIME, PAGINE_PER_FETTA } from './codice-letto.ts';
import { formatoDi } from './formato-file.ts';
import type { Punti } from './immagine.ts';
import { nonLeggibile } from './non-leggibile.ts';
import { inOrdineDiLettura } from './ordine-di-lettura.ts';
import { conPdf, type PdfAperto } from './pagine-pdf.ts';
import { apriTiff } from './tiff.ts';

const OPZIONI: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix'],
  tryHarder: true,
  tryRotate: true,
  tryDownscale: true,
  maxNumberOfSymbols: 16,
  textMode: 'Plain',
};

/** A page is drawn at the first resolution; at the second only when nothing was found on it. */
const RISOLUZIONI = [200, 300];

let pronto = false;

/** The reader would fetch its program from the net: it gets the one on disk. */
function prepare(): void {
  if (pronto) return;
  const file = risorsa('zxing', 'zxing_reader.wasm');
  const byte = readFileSync(file);
  prepareZXingModule({ overrides: { wasmBinary: byte.buffer.slice(byte.byteOffset, byte.byteOffset + byte.length) } });
  pronto = true;
}

/**
 * The QR codes and Data Matrices of some pages of a PDF or picture, in the order in which one reads: page by page, from the top
 * down, left to right. Works in the calling process, for as long and with as much memory as it takes: `leggiCodici` is the one to
 * call from a server.
 * @param dalla first page that is looked at, from 1; `PAGINE_PER_FETTA` are
 * @throws ErroreDati `file-non-leggibile`, `pdf-protetto`, `pdf-rovinato`, `file-troppo-lungo`
 */
export async function codiciDiUnaFetta(byte: Uint8Array, dalla = 1): Promise<FettaLetta> {
  const formato = formatoDi(byte);
  prepare();
  if (formato === 'pdf') {
    return conPdf(byte, (pdf) => paginaPerPagina(pdf.pagine, dalla, (numero) => codesOfPdfPage(pdf, numero)));
  }
  if (formato === 'png' || formato === 'jpeg') return { codici: await codiciDellImmagine(byte), pagine: 1 };
  const immagine = formato === 'webp' ? apriDisegno(byte) : formato === 'tiff' ? apriTiff(byte) : apriFoto(byte);
  return paginaPerPagina(immagine.pagine, dalla, async (numero) => {
    const punti = await immagine.pagina(numero);
    // The picture itself is no longer needed, and weighs more than what is looked at.
    liberaMemoria();
    return decode(punti, numero);
  });
}

async function paginaPerPagina(
  pagine: number,
  dalla: number,
  leggi: (numero: number) => Promise<readonly CodiceLetto[]>,
): Promise<FettaLetta> {
  if (pagine > PAGINE_MASSIME) throw tooLong(pagine);
  const codici: CodiceLetto[] = [];
  const ultima = Math.min(pagine, dalla + PAGINE_PER_FETTA - 1);
  for (let numero = dalla; numero <= ultima; numero += 1) {
    codici.push(...(await leggi(numero)));
    if (numero < ultima) liberaMemoria();
  }
  return { codici, pagine };
}

function tooLong(pagine: number): ErroreDati {
  return new ErroreDati('file-troppo-lungo', { pagine, massimo: PAGINE_MASSIME, campo: 'file' });
}

async function codesOfPdfPage(pdf: PdfAperto, numero: number): Promise<readonly CodiceLetto[]> {
  for (const risoluzione of RISOLUZIONI) {
    const trovati = await decode(await pdf.disegna(numero, risoluzione), numero);
    if (trovati.length > 0) return trovati;
    liberaMemoria();
  }
  return [];
}

/**
 * As it is first; then on white paper with a margin. The drawing library dies on broken pictures instead of saying so, and
 * must be given only what the reader could open.
 */
async function codiciDellImmagine(byte: Uint8Array): Promise<readonly CodiceLetto[]> {
  const letti = await readBarcodes(byte, { ...OPZIONI, returnErrors: true });
  if (letti.some(({ error }) => error === NON_SI_APRE)) throw nonLeggibile('l’immagine è rovinata e non si apre');
  const trovati = asCodes(letti, 1);
  return trovati.length > 0 ? trovati : decode(await apriDisegno(byte).pagina(1), 1);
}

/** What zxing-wasm 3.1.4 says of a picture that it cannot unpack. */
const NON_SI_APRE = 'Failed to load image from memory';

async function decode(punti: Punti, pagina: number): Promise<readonly CodiceLetto[]> {
  return asCodes(await readBarcodes(punti, OPZIONI), pagina);
}

function asCodes(letti: readonly ReadResult[], pagina: number): readonly CodiceLetto[] {
  const validi = letti.filter(({ isValid }) => isValid);
  return inOrdineDiLettura(validi, ({ position }) => position).map(({ format, text }) => ({
    formato: format === 'DataMatrix' ? 'DataMatrix' : 'QRCode',
    testo: text,
    pagina,
  }));
}
