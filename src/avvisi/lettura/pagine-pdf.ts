import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as pdfjsDist from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { risorsa } from '../../valori/risorsa.ts';
import { PIXEL_GUARDATI, PIXEL_MASSIMI } from './codice-letto.ts';
import type { Punti } from './immagine.ts';

/** Points an inch in a PDF. */
const PUNTI_POLLICE = 72;

/** The reader as shipped: a file of its own, with its worker, tables and fonts beside it. */
async function lettore(): Promise<typeof pdfjsDist> {
  const modulo = (file: string): string => pathToFileURL(risorsa('pdfjs', file)).href;
  const pdfjs = (await import(modulo('pdf.min.mjs'))) as typeof pdfjsDist;
  pdfjs.GlobalWorkerOptions.workerSrc = modulo('pdf.worker.min.mjs');
  return pdfjs;
}

/** A PDF that is open. */
export interface PdfAperto {
  readonly pagine: number;
  /** @param puntiPerPollice resolution; lowered for pages that would pass the limit of dots */
  disegna(numero: number, puntiPerPollice: number): Promise<Punti>;
}

/**
 * Opens a PDF for as long as `usa` takes. Scripts, forms and remote resources of the file are never run or fetched.
 * @throws ErroreDati `pdf-protetto`, `pdf-rovinato`
 */
export async function conPdf<T>(byte: Uint8Array, usa: (pdf: PdfAperto) => Promise<T>): Promise<T> {
  const { getDocument } = await lettore();
  const lettura = getDocument({
    // The reader takes the array for itself: a copy leaves the caller's whole.
    data: new Uint8Array(byte),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: PIXEL_MASSIMI,
    standardFontDataUrl: join(risorsa('pdfjs', 'standard_fonts'), '/'),
    cMapUrl: join(risorsa('pdfjs', 'cmaps'), '/'),
    cMapPacked: true,
    wasmUrl: join(risorsa('pdfjs', 'wasm'), '/'),
  });
  const documento = await lettura.promise.catch((errore: unknown) => {
    throw explain(errore);
  });
  try {
    return await usa({
      pagine: documento.numPages,
      disegna: (numero, puntiPerPollice) => draw(documento, numero, puntiPerPollice),
    });
  } finally {
    await lettura.destroy();
  }
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: { width: number; height: number }; context: Context2D };
  destroy(risultato: unknown): void;
}

interface Context2D {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}

async function draw(documento: PDFDocumentProxy, numero: number, puntiPerPollice: number): Promise<Punti> {
  const pagina = await documento.getPage(numero);
  const intera = pagina.getViewport({ scale: 1 });
  const limite = Math.sqrt(PIXEL_GUARDATI / (intera.width * intera.height));
  const viewport = pagina.getViewport({ scale: Math.min(puntiPerPollice / PUNTI_POLLICE, limite) });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const fabbrica = documento.canvasFactory as CanvasFactory;
  const tela = fabbrica.create(width, height);
  await pagina.render({ canvas: null, canvasContext: tela.context as never, viewport }).promise;
  const { data } = tela.context.getImageData(0, 0, width, height);
  fabbrica.destroy(tela);
  pagina.cleanup();
  return { data, width, height };
}

function explain(errore: unknown): ErroreDati {
  return errore instanceof Error && errore.name === 'PasswordException'
    ? new ErroreDati('pdf-protetto', { campo: 'file' })
    : new ErroreDati('pdf-rovinato', { campo: 'file' });
}
