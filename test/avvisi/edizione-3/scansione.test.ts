import { createCanvas } from '@napi-rs/canvas';
import { readBarcodes } from 'zxing-wasm/reader';
import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../../src/avvisi/avvisi-pdf.ts';
import type { DatiAvviso } from '../../../src/avvisi/dati-avviso.ts';
import { parseDataMatrixAvviso } from '../../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../../src/pagopa/identificativi/qr-avviso.ts';
import { immagine, type Pixel } from '../leggi-pdf.ts';
import { dati3, rate, senzaConto } from './dati-3.ts';

const DPI = 150;

/** Numbers that look random and are the same in every run. */
function randoms(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
}

/** The page as a poor scanner gives it: turned by some degrees on its glass, out of focus, grainy. */
async function scanned(pdf: Uint8Array, pagina: number, gradi: number, seed: number): Promise<Pixel> {
  const { data, width, height } = await immagine(pdf, pagina, DPI);
  const foglio = createCanvas(width, height);
  const penna = foglio.getContext('2d');
  const punti = penna.createImageData(width, height);
  punti.data.set(data);
  penna.putImageData(punti, 0, 0);
  const vetro = createCanvas(width, height);
  const lente = vetro.getContext('2d');
  lente.fillStyle = '#e6e4de';
  lente.fillRect(0, 0, width, height);
  lente.filter = 'blur(0.7px)';
  lente.translate(width / 2, height / 2);
  lente.rotate((gradi * Math.PI) / 180);
  lente.drawImage(foglio, -width / 2, -height / 2);
  const visto = lente.getImageData(0, 0, width, height);
  const caso = randoms(seed);
  for (let i = 0; i < visto.data.length; i += 4) {
    const grana = (caso() + caso() + caso() - 1.5) * 60;
    for (let j = i; j < i + 3; j++) visto.data[j] = (visto.data[j] ?? 0) + grana;
  }
  return { data: visto.data, width, height };
}

async function read(pixel: Pixel) {
  const letti = await readBarcodes(pixel as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode', 'DataMatrix'],
    maxNumberOfSymbols: 20,
  });
  return letti.map(({ format, text }) => {
    const { codiceAvviso, importo } = format === 'QRCode' ? parseQrAvviso(text) : parseDataMatrixAvviso(text);
    return `${format} ${codiceAvviso} ${importo}`;
  });
}

function expected(dati: DatiAvviso, da: number, a: number, conPoste: boolean): string[] {
  const pagabili = (dati.rate ?? [dati]).slice(da, a);
  const formati = conPoste ? ['QRCode', 'DataMatrix'] : ['QRCode'];
  return formati.flatMap((formato) =>
    pagabili.map(({ codiceAvviso, importo }) => `${formato} ${codiceAvviso} ${importo}`),
  );
}

describe('codes of a notice scanned badly at 150 dots an inch', () => {
  it.each([
    [0, 1],
    [2.4, 2],
    [-4, 3],
    [178, 4],
  ])('are read from a notice paid at once, turned by %d degrees', async (gradi, seed) => {
    const dati = dati3();
    const letti = await read(await scanned(renderAvvisoPdf(dati), 1, gradi, seed));
    expect(letti.sort()).toEqual(expected(dati, 0, 1, true).sort());
  });

  it.each([
    [-2, 5],
    [3, 6],
  ])('are read from a page of three instalments and three strips, turned by %d degrees', async (gradi, seed) => {
    const dati = dati3({ rate: rate(3) });
    const letti = await read(await scanned(renderAvvisoPdf(dati), 2, gradi, seed));
    expect(letti.sort()).toEqual(expected(dati, 0, 3, true).sort());
  });

  it('are read from a page of nine instalments', async () => {
    const dati = dati3({ rate: rate(12), ente: senzaConto() });
    const letti = await read(await scanned(renderAvvisoPdf(dati), 2, 1.5, 7));
    expect(letti.sort()).toEqual(expected(dati, 3, 12, false).sort());
  });

  it('are read in two languages', async () => {
    const dati = dati3({ rate: rate(2), lingua: 'it-sl-perfetto' });
    const letti = await read(await scanned(renderAvvisoPdf(dati), 2, -1, 8));
    expect(letti.sort()).toEqual(expected(dati, 0, 2, true).sort());
  });
});
