import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** A piece of text as it stands on paper: start and end, millimetres from the left; baseline, millimetres from the top. */
export interface TestoStampato {
  readonly testo: string;
  readonly x: number;
  readonly fine: number;
  readonly y: number;
  readonly corpo: number;
}

/** A node of the structure tree as pdfjs reads it. */
export interface Nodo {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly (Nodo | { readonly type: string; readonly id: string })[];
}

/** Pixels, four bytes each (RGBA), row by row. */
export interface Pixel {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const MM = 25.4 / 72;

export async function apri(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
}

/** The pieces of text of a page in the order of the file; words of one line in one font are one piece. */
export async function testi(pdf: Uint8Array, pagina = 1): Promise<TestoStampato[]> {
  const page = await (await apri(pdf)).getPage(pagina);
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pezzi: (TestoStampato & { readonly font: string })[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, , , tx, ty] = item.transform as [number, number, number, number, number, number];
    const pezzo = {
      testo: item.str,
      x: tx * MM,
      fine: (tx + item.width) * MM,
      y: 297 - ty * MM,
      corpo: Math.hypot(a, b),
    };
    const prima = pezzi.at(-1);
    const attaccato =
      prima?.font === item.fontName && prima.y === pezzo.y && pezzo.x - prima.fine < 0.61 * pezzo.corpo * MM;
    if (prima !== undefined && attaccato)
      pezzi[pezzi.length - 1] = { ...prima, testo: `${prima.testo} ${item.str}`, fine: pezzo.fine };
    else pezzi.push({ ...pezzo, font: item.fontName });
  }
  return pezzi;
}

/** The page as pixels. */
export async function immagine(pdf: Uint8Array, pagina = 1, dpi = 300): Promise<Pixel> {
  const page = await (await apri(pdf)).getPage(pagina);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const dati = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return { data: dati.data, width: canvas.width, height: canvas.height };
}

/** A code found on the rendered page. */
export interface CodiceTrovato {
  readonly formato: 'QRCode' | 'DataMatrix';
  readonly testo: string;
  readonly versione: string;
  /** Upper left corner and width, millimetres. */
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
}

/** The codes a scanner reads off a page, from the top down, left to right. */
export async function codici(pdf: Uint8Array, pagina = 1, dpi = 300): Promise<CodiceTrovato[]> {
  const trovati = await readBarcodes((await immagine(pdf, pagina, dpi)) as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode', 'DataMatrix'],
    maxNumberOfSymbols: 20,
  });
  const mm = 25.4 / dpi;
  return trovati
    .map(({ format, text, version, position: { topLeft, topRight } }) => ({
      formato: format as 'QRCode' | 'DataMatrix',
      testo: text,
      versione: version,
      x: topLeft.x * mm,
      y: topLeft.y * mm,
      larghezza: (topRight.x - topLeft.x) * mm,
    }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The structure tree of a page. */
export async function albero(pdf: Uint8Array, pagina = 1): Promise<Nodo> {
  const page = await (await apri(pdf)).getPage(pagina);
  return await page.getStructTree();
}

/** The nodes of one role, in reading order. */
export function nodi(radice: Nodo, role: string): Nodo[] {
  const figli = radice.children.filter((figlio): figlio is Nodo => 'role' in figlio);
  return [...(radice.role === role ? [radice] : []), ...figli.flatMap((figlio) => nodi(figlio, role))];
}

/** Each leaf's role and text, in reading order: what a screen reader says. */
export async function lettura(pdf: Uint8Array, pagina = 1): Promise<readonly (readonly [string, string])[]> {
  const page = await (await apri(pdf)).getPage(pagina);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const perId = new Map<string, string>();
  let aperto: string | undefined;
  let profondita = 0;
  for (const item of items) {
    if ('type' in item && item.type === 'beginMarkedContentProps') [aperto, profondita] = [item.id, 1];
    else if ('type' in item && item.type === 'beginMarkedContent') profondita++;
    else if ('type' in item && --profondita === 0) aperto = undefined;
    else if ('str' in item && aperto !== undefined) perId.set(aperto, `${perId.get(aperto) ?? ''} ${item.str}`);
  }
  const foglie = (nodo: Nodo): (readonly [string, string])[] =>
    nodo.children.flatMap((figlio) =>
      'role' in figlio ? foglie(figlio) : [[nodo.role, nodo.alt ?? parole(perId.get(figlio.id) ?? '')] as const],
    );
  return foglie(await albero(pdf, pagina));
}

/** Pdfjs leaves out the spaces at the ends of lines: pieces are joined with one, and full stops pulled back. */
function parole(testo: string): string {
  return testo.replace(/\s+/g, ' ').replaceAll(' .', '.').trim();
}
