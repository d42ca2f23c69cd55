import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { risorsa } from '../../valori/risorsa.ts';
import type { CodiceLetto } from './codice-letto.ts';
import { formatoDi } from './formato-file.ts';
import { puntiDellImmagine, type Punti } from './immagine.ts';
import { pagineDelPdf } from './pagine-pdf.ts';

const OPZIONI: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix'],
  tryHarder: true,
  tryRotate: true,
  tryDownscale: true,
  maxNumberOfSymbols: 16,
  textMode: 'Plain',
};

/** A page is drawn at the first resolution; at the second only when nothing was found in the whole file. */
const RISOLUZIONI = [200, 400];

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
 * All QR codes and Data Matrices of a PDF or picture, in the order of pages. Empty when there are none. Works in the calling
 * process, for as long and with as much memory as it takes: `leggiCodici` is the one to call from a server.
 * @throws ErroreDati `file-non-leggibile`, `pdf-protetto`, `pdf-rovinato`, `pdf-troppo-lungo`
 */
export async function codiciDelFile(byte: Uint8Array): Promise<CodiceLetto[]> {
  const formato = formatoDi(byte);
  prepare();
  if (formato !== 'pdf') return codiciDellImmagine(byte);
  for (const risoluzione of RISOLUZIONI) {
    const trovati: CodiceLetto[] = [];
    for await (const { numero, ...pagina } of pagineDelPdf(byte, risoluzione)) {
      trovati.push(...(await decode(pagina, numero)));
    }
    if (trovati.length > 0) return trovati;
  }
  return [];
}

/**
 * As it is first; then on white paper with a margin. The drawing library dies on broken pictures instead of saying so, and
 * must be given only what the reader could open.
 */
async function codiciDellImmagine(byte: Uint8Array): Promise<CodiceLetto[]> {
  const letti = await readBarcodes(byte, { ...OPZIONI, returnErrors: true });
  if (letti.some(({ error }) => error === NON_SI_APRE)) {
    throw new ErroreDati('file-non-leggibile', 'file: l’immagine è rovinata e non si apre.', { campo: 'file' });
  }
  const trovati = asCodes(letti, 1);
  return trovati.length > 0 ? trovati : decode(await puntiDellImmagine(byte), 1);
}

/** What zxing-wasm 3.1.4 says of a picture that it cannot unpack. */
const NON_SI_APRE = 'Failed to load image from memory';

async function decode(punti: Punti, pagina: number): Promise<CodiceLetto[]> {
  return asCodes(await readBarcodes(punti, OPZIONI), pagina);
}

function asCodes(letti: readonly ReadResult[], pagina: number): CodiceLetto[] {
  return letti
    .filter(({ isValid }) => isValid)
    .map(({ format, text }) => ({ formato: format === 'DataMatrix' ? 'DataMatrix' : 'QRCode', testo: text, pagina }));
}
