import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as pdfjsDist from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { risorsa } from '../../valori/risorsa.ts';
import { PAGINE_MASSIME, PIXEL_GUARDATI, PIXEL_MASSIMI } from './codice-letto.ts';
import type { Punti } from './immagine.ts';

/** One page drawn. */
export interface PaginaDisegnata extends Punti {
  readonly numero: number;
}

/** Points an inch in a PDF. */
const PUNTI_POLLICE = 72;

/** The reader as shipped: a file of its own, with its worker, tables and fonts beside it. */
async function lettore(): Promise<typeof pdfjsDist> {
  const modulo = (file: string): string => pathToFileURL(risorsa('pdfjs', file)).href;
  const pdfjs = (await import(modulo('pdf.min.mjs'))) as typeof pdfjsDist;
  pdfjs.GlobalWorkerOptions.workerSrc = modulo('pdf.worker.min.mjs');
  return pdfjs;
}

/**
 * Draws the pages of a PDF one after the other. Scripts, forms and remote resources of the file are never run or fetched.
 * @param puntiPerPollice resolution; lowered for pages that would pass the limit of dots
 * @throws ErroreDati `pdf-protetto`, `pdf-rovinato`, `pdf-troppo-lungo`
 */
export async function* pagineDelPdf(byte: Uint8Array, puntiPerPollice: number): AsyncGenerator<PaginaDisegnata> {
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
    if (documento.numPages > PAGINE_MASSIME) {
      throw new ErroreDati(
        'pdf-troppo-lungo',
        `file: il PDF ha ${documento.numPages} pagine; se ne leggono al più ${PAGINE_MASSIME} alla volta.`,
        { campo: 'file' },
      );
    }
    for (let numero = 1; numero <= documento.numPages; numero += 1) {
      yield await draw(documento, numero, puntiPerPollice);
    }
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

async function draw(documento: PDFDocumentProxy, numero: number, puntiPerPollice: number): Promise<PaginaDisegnata> {
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
  return { numero, data, width, height };
}

function explain(errore: unknown): ErroreDati {
  return errore instanceof Error && errore.name === 'PasswordException'
    ? new ErroreDati('pdf-protetto', 'file: il PDF è protetto da una password: toglierla e riprovare.', {
        campo: 'file',
      })
    : new ErroreDati('pdf-rovinato', 'file: il PDF è rovinato e non si apre.', { campo: 'file' });
}
