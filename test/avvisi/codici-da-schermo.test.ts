import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { dataMatrixInPng, qrInSvg } from '../../src/avvisi/codici-da-schermo.ts';
import { codiciDiUnaFetta } from '../../src/avvisi/lettura/lettore-codici.ts';
import { simboloPoste, simboloQr } from '../../src/avvisi/simboli.ts';
import { datiAvviso, ente } from './dati-di-prova.ts';

const dati = datiAvviso();

/** The picture on a dark page, where a symbol without its white margin cannot be read. */
async function onDark(immagine: Buffer): Promise<Buffer> {
  const disegno = await loadImage(immagine);
  const tela = createCanvas(disegno.width + 200, disegno.height + 200);
  const penna = tela.getContext('2d');
  penna.fillStyle = '#222';
  penna.fillRect(0, 0, tela.width, tela.height);
  penna.drawImage(disegno, 100, 100);
  return tela.encode('png');
}

const testi = async (immagine: Buffer) => (await codiciDiUnaFetta(immagine)).codici.map(({ testo }) => testo);

describe('the codes of a notice for a screen', () => {
  it('the QR code as SVG says what the paper’s says', async () => {
    const svg = qrInSvg(dati);
    // Version 3, 29 modules, and four of white on each side: 37 of 8 units.
    expect(svg).toMatch(/^<svg viewBox="0 0 296 296"/);
    expect(await testi(await onDark(Buffer.from(svg)))).toEqual([simboloQr(dati, dati).testo]);
  });

  it('the Data Matrix as PNG says what the paper’s says', async () => {
    const png = Buffer.from(await dataMatrixInPng(dati));
    // 48 modules, as on paper, and one of white on each side.
    expect((await loadImage(png)).width).toBe(50 * 8);
    expect(await testi(await onDark(png))).toEqual([simboloPoste(dati, dati)?.testo]);
  });

  it('without a postal account there is no Data Matrix', async () => {
    const { contoPostale: _, ...senza } = ente;
    await expect(dataMatrixInPng(datiAvviso({ ente: senza }))).rejects.toMatchObject({ codice: 'non-trovato' });
  });
});
