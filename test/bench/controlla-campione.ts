import { createCanvas } from '@napi-rs/canvas';
import { readBarcodes } from 'zxing-wasm/reader';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { formatEuroItaliano } from '../../src/valori/denaro.ts';
import { apri } from '../avvisi/leggi-pdf.ts';

/** What a manifest says of a notice. */
export interface Voce {
  readonly pagina: number;
  readonly codiceAvviso: string;
  /** `338,00` */
  readonly importo: string;
}

const PUNTI_PER_POLLICE = 200;

/**
 * Renders notices spread over a document and reads both their codes back.
 * @returns how many pages were read
 * @throws Error at the first whose codes do not say what the manifest says
 */
export async function checkSample(pdf: Uint8Array, voci: readonly Voce[], quante: number): Promise<number> {
  const documento = await apri(pdf);
  const passo = Math.max(1, Math.floor(voci.length / quante));
  const campione = voci.filter((_, i) => i % passo === 0).slice(0, quante);
  for (const voce of campione) {
    const pagina = await documento.getPage(voce.pagina);
    const viewport = pagina.getViewport({ scale: PUNTI_PER_POLLICE / 72 });
    const tela = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    const canvasContext = tela.getContext('2d');
    await pagina.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
    const { data } = canvasContext.getImageData(0, 0, tela.width, tela.height);
    const punti = { data, width: tela.width, height: tela.height };
    const letti = await readBarcodes(punti, { formats: ['QRCode', 'DataMatrix'], maxNumberOfSymbols: 4 });
    pagina.cleanup();
    const detti = letti.map(({ format, text }) =>
      format === 'QRCode' ? parseQrAvviso(text) : parseDataMatrixAvviso(text),
    );
    const giusti = detti.filter(
      ({ codiceAvviso, importo }) =>
        codiceAvviso === voce.codiceAvviso && formatEuroItaliano(importo).replaceAll('.', '') === voce.importo,
    );
    if (giusti.length !== 2) throw new Error(`page ${voce.pagina}: ${JSON.stringify(letti.map(({ text }) => text))}`);
  }
  await documento.destroy();
  return campione.length;
}
