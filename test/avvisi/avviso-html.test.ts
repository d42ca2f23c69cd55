import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { readBarcodes } from 'zxing-wasm/reader';
import { renderAvvisoHtml } from '../../src/avvisi/avviso-html.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, ente, enteSenzaConto } from './dati-di-prova.ts';
import './leggi-pdf.ts';

/** Draws each SVG of the page and scans it. */
async function scan(html: string): Promise<string[]> {
  const letti: string[] = [];
  for (const [svg] of html.matchAll(/<svg.*?<\/svg>/g)) {
    const sorgente = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"');
    const canvas = createCanvas(400, 400);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 400, 400);
    context.drawImage(await loadImage(Buffer.from(sorgente)), 0, 0);
    const { data } = context.getImageData(0, 0, 400, 400);
    const trovati = await readBarcodes({ data, width: 400, height: 400 } as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode', 'DataMatrix'],
    });
    letti.push(...trovati.map(({ text }) => text));
  }
  return letti;
}

const pagabile = (progressivo: number, importo: number) => ({
  codiceAvviso: buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo }).codiceAvviso,
  importo: centesimi(importo),
  scadenza: giorno(2021, 2, 10),
});

describe('renderAvvisoHtml', () => {
  it('says as text all that the paper says, and its codes scan to the same', async () => {
    const dati = datiAvviso();
    const html = renderAvvisoHtml(dati);
    for (const testo of [
      '<html lang="it">',
      'FAC-SIMILE: questo avviso non può essere pagato.',
      '338,00 euro',
      '<time datetime="2021-01-11">11/01/2021</time>',
      '3010 0000 0001 2345 19',
      '80078750587',
      'AAQV6',
      'Mario Rossi',
      'Via Aldini 3, 40136 Bologna (BO)',
      '1234567',
    ]) {
      expect(html).toContain(testo);
    }
    const [qr = '', poste = ''] = await scan(html);
    expect(parseQrAvviso(qr)).toMatchObject({ codiceAvviso: dati.codiceAvviso, importo: 33_800 });
    expect(parseDataMatrixAvviso(poste)).toMatchObject({ codiceAvviso: dati.codiceAvviso, importo: 33_800 });
    expect(html).toContain(`<code>${qr}</code>`);
  });

  it('has a name for each picture, a heading under each heading, and nothing that runs or loads', () => {
    const html = renderAvvisoHtml(datiAvviso({ rate: [pagabile(1, 100), pagabile(2, 200)] }));
    expect([...html.matchAll(/<svg /g)]).toHaveLength(6);
    expect([...html.matchAll(/<svg role="img" aria-label="[^"]+"/g)]).toHaveLength(6);
    const livelli = [...html.matchAll(/<h(\d)>/g)].map(([, livello]) => Number(livello));
    expect(livelli[0]).toBe(1);
    for (const [i, livello] of livelli.entries()) expect(livello - (livelli[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<script|href=|src=|url\(|style="/);
    expect([...html.matchAll(/<th scope="row">/g)]).toHaveLength(2);
  });

  it('marks German as German, and leaves out what the creditor has not', () => {
    const html = renderAvvisoHtml(datiAvviso({ lingua: 'it-de', ente: { ...enteSenzaConto(), reale: true } }));
    expect(html).toContain('Dove pagare? <span lang="de">Wo bezahlen?</span>');
    expect(html).not.toMatch(/FAC-SIMILE|Data Matrix|Conto corrente postale/);
  });

  it('lets no text break out of its place', () => {
    const nome = '"><script>alert(1)</script>&';
    const dati = datiAvviso({ ente: { ...ente, info: nome }, destinatario: { ...datiAvviso().destinatario, nome } });
    expect(renderAvvisoHtml(dati)).not.toContain('<script');
  });
});
