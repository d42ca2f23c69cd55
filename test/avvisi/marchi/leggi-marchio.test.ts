import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../../src/avvisi/avvisi-pdf.ts';
import { leggiMarchio } from '../../../src/avvisi/marchi/leggi-marchio.ts';
import type { Marchi } from '../../../src/avvisi/marchi/marchio.ts';
import { dati3, enteBreve } from '../edizione-3/dati-3.ts';
import { immagine, testi } from '../leggi-pdf.ts';

const svg = (dentro: string, attributi = 'viewBox="0 0 100 100"'): Buffer =>
  Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributi}>${dentro}</svg>`);

/** A red square of 400 points with a transparent lower half. */
function png(lato = 400): Buffer {
  const tela = createCanvas(lato, lato);
  const penna = tela.getContext('2d');
  penna.fillStyle = '#cc0000';
  penna.fillRect(0, 0, lato, lato / 2);
  return tela.toBuffer('image/png');
}

/** The colour of the printed page there, millimetres. */
async function colour(marchi: Marchi, x: number, y: number, reale = true): Promise<number[]> {
  const pdf = renderAvvisoPdf(dati3({ ente: { ...enteBreve, reale }, marchi }));
  const { data, width } = await immagine(pdf, 1, 254);
  const da = (Math.round(y * 10) * width + Math.round(x * 10)) * 4;
  return [...data.subarray(da, da + 3)];
}

const near = (colore: number[], atteso: readonly number[]): boolean =>
  colore.every((canale, i) => Math.abs(canale - (atteso[i] ?? 0)) < 12);

describe('a mark in lines', () => {
  it.each([
    ['<rect x="10" y="10" width="80" height="80" fill="#0066cc"/>'],
    ['<g transform="translate(50 50)"><circle r="40" style="fill:rgb(0,102,204)"/></g>'],
    ['<g fill="#06c"><g transform="scale(2)"><path d="M5 5h40v40h-40z"/></g></g>'],
    ['<path fill="#0066CC" d="M10 10Q50 0 90 10T90 90A60 60 0 0 1 10 90Z"/>'],
    ['<title>Logo</title><defs/><polygon points="10,10 90,10 90,90 10,90" fill="#0066cc"/>'],
    // As drawing programs write them: classes, in `defs` or not; the last rule stands, and `style` before it.
    [
      '<defs><style>/* a */.cls-1, .cls-2{fill:red;}.cls-1{fill:#06c}</style></defs><path class="cls-1" d="M9 9h80v80h-80z"/>',
    ],
    ['<style>.a{fill:red}</style><g class="a"><rect x="9" y="9" width="80" height="80" style="fill:#06c"/></g>'],
    ['<rect width="100" height="100" fill="#06c"/><g display="none"><rect width="100" height="100" fill="red"/></g>'],
    // A line that the drawing's scale makes as broad as the frame, and one that it makes nothing of.
    ['<g transform="scale(20)"><path d="M0 2.5h5" stroke="#06c" stroke-width="5"/></g>'],
    [
      '<rect width="100" height="100" fill="#06c"/><g transform="scale(.01)"><path d="M0 3000h9e3" stroke="red" stroke-width="80"/></g>',
    ],
    ['<path d="M50 50h.001" stroke="#06c" stroke-width="90" stroke-linecap="round"/>'],
  ])('%s is printed in its colour, in the creditor’s place', async (dentro) => {
    const ente = leggiMarchio(svg(dentro), 30);
    expect(near(await colour({ ente }, 185, 25), [0, 102, 204])).toBe(true);
    expect(near(await colour({ ente }, 185, 42), [255, 255, 255])).toBe(true);
  });

  it('has the colours of its root', async () => {
    const ente = leggiMarchio(svg('<path d="M0 0h100v100h-100z"/>', 'viewBox="0 0 100 100" fill="#06c"'), 30);
    expect(near(await colour({ ente }, 185, 25), [0, 102, 204])).toBe(true);
  });

  it('covers nothing outside its frame', async () => {
    const ente = leggiMarchio(svg('<rect x="-900" y="-900" width="2000" height="2000" fill="#0066cc"/>'), 30);
    expect(near(await colour({ ente }, 185, 25), [0, 102, 204])).toBe(true);
    for (const [x, y] of [
      [150, 25],
      [185, 8],
      [185, 60],
    ] as const) {
      expect(near(await colour({ ente }, x, y), [0, 102, 204]), `${x} ${y}`).toBe(false);
    }
  });

  it('keeps its proportions, against the right margin', async () => {
    const ente = leggiMarchio(svg('<rect width="10" height="30" fill="#0066cc"/>', 'width="10" height="30"'), 30);
    expect(near(await colour({ ente }, 195, 25), [0, 102, 204])).toBe(true);
    expect(near(await colour({ ente }, 185, 25), [255, 255, 255])).toBe(true);
  });

  it('leaves holes where the rule says so', async () => {
    const foro = '<path fill-rule="evenodd" d="M0 0h100v100h-100z M30 30h40v40h-40z"/>';
    const ente = leggiMarchio(svg(foro), 30);
    expect(near(await colour({ ente }, 185, 25), [255, 255, 255])).toBe(true);
    expect(near(await colour({ ente }, 173, 13), [0, 0, 0])).toBe(true);
  });

  it.each([
    ['<text>INPS</text>', /<text>.*tracciati/],
    ['<image href="x.png"/>', /<image>/],
    ['<style>path{fill:red}</style><path d="M0 0h9v9z"/>', /<style>/],
    ['<rect width="9" height="9" fill="url(#sfumatura)"/>', /sfumature/],
    ['<style>@import url(x.css);</style><path d="M0 0h9v9z"/>', /<style>/],
    ['<rect width="9" height="9" opacity="0.5"/>', /opacity/],
    ['<style>.a{opacity:.5}</style><rect class="a" width="9" height="9"/>', /opacity/],
    ['<rect width="100%" height="9"/>', /<rect> width="100%".*percentuali/],
    ['<g visibility="hidden"><rect width="9" height="9"/></g>', /visibility/],
    ['<path d="M0 0h9" stroke="red" transform="scale(1 3)"/>', /tratti deformati/],
    ['<path d="M0 0h9" stroke="red" stroke-width="1em"/>', /stroke-width «1em»/],
    ['<rect width="9" height="9" fill="navy"/>', /«navy».*#336699/],
    ['<defs><path id="p" d="M0 0h9v9z"/></defs><use href="#p"/>', /<use>/],
    ['<g clip-path="url(#c)"><rect width="9" height="9"/></g>', /clip-path/],
    ['', /non disegna nulla/],
  ])('%s is refused by name', (dentro, frase) => {
    expect(() => leggiMarchio(svg(dentro), 30)).toThrow(
      expect.objectContaining({ codice: 'marchio-non-valido', message: expect.stringMatching(frase) as string }),
    );
  });

  it.each([
    [svg('<rect width="1" height="1"/>', ''), /quanto è grande/],
    [Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'), /DOCTYPE/],
    [Buffer.from('<svg><g></svg>'), /non è un SVG/],
    [Buffer.from('GIF89a'), /SVG o PNG/],
    [Buffer.alloc(3 * 1024 * 1024), /2 MB/],
  ])('a file that is not one is refused', (file, frase) => {
    expect(() => leggiMarchio(file, 30)).toThrow(frase);
  });
});

describe('a mark in points', () => {
  it('is printed on white, where it is transparent too', async () => {
    const ente = leggiMarchio(png(), 30);
    expect(near(await colour({ ente }, 185, 15), [204, 0, 0])).toBe(true);
    expect(near(await colour({ ente }, 185, 35), [255, 255, 255])).toBe(true);
  });

  it('is refused when it has too few points for the paper, or is broken', () => {
    expect(() => leggiMarchio(png(200), 30)).toThrow(/200 × 200 punti.*355/);
    expect(() => leggiMarchio(png().subarray(0, 300), 30)).toThrow(/rotto/);
    const intrecciato = Buffer.from(png());
    intrecciato[28] = 1;
    expect(() => leggiMarchio(intrecciato, 30)).toThrow(/interlacciato/);
  });
});

describe('the marks of the heading', () => {
  const marchi = {
    ente: leggiMarchio(svg('<rect width="100" height="100" fill="#0066cc"/>'), 30),
    pagopa: leggiMarchio(svg('<rect width="100" height="66" fill="#cc0000"/>', 'viewBox="0 0 100 66"'), 15),
  };

  it('are the creditor’s own, when it is real', async () => {
    expect(near(await colour(marchi, 15, 15), [204, 0, 0])).toBe(true);
    const parole = (await testi(renderAvvisoPdf(dati3({ ente: { ...enteBreve, reale: true }, marchi })))).map(
      ({ testo }) => testo.trim(),
    );
    expect(parole).not.toContain('pagoPA');
  });

  it('in a simulation pagoPA’s is never printed, and no place is left blank', async () => {
    expect(near(await colour(marchi, 15, 15, false), [204, 0, 0])).toBe(false);
    const { data, width } = await immagine(renderAvvisoPdf(dati3()), 1, 72);
    const ink = (x0: number, x1: number): number => {
      let neri = 0;
      for (let y = 28; y < 57; y++) for (let x = x0; x < x1; x++) if ((data[(y * width + x) * 4] ?? 255) < 190) neri++;
      return neri;
    };
    expect([ink(28, 75) > 20, ink(482, 566) > 20]).toEqual([true, true]);
  });

  it('are words for a real creditor that gives no file', async () => {
    const parole = (await testi(renderAvvisoPdf(dati3({ ente: { ...enteBreve, reale: true } })))).map(({ testo }) =>
      testo.trim(),
    );
    expect(parole).toContain('pagoPA');
  });
});
