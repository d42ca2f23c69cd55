import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import bwipjs from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { formatoDi } from '../../../src/avvisi/lettura/formato-file.ts';
import { leggiCodici, LIMITI_LETTURA } from '../../../src/avvisi/lettura/leggi-codici.ts';
import { codiciDelFile } from '../../../src/avvisi/lettura/lettore-codici.ts';

const QR = 'PAGOPA|002|302000000001234559|80078750587|33800';
const DATA_MATRIX =
  'codfase=NBPA;183020000000012345591200000012345610000003380038961P180078750587RSSMRA80A01D620V' +
  'MARIO ROSSI'.padEnd(40) +
  'CONTRIBUTI LAVORO DOMESTICO 4 2020'.padEnd(110) +
  ' '.repeat(12) +
  'A';

/** Black on a transparent ground, without a margin: the hardest form of a clean picture. */
const draw = (bcid: string, text: string): Promise<Buffer> => bwipjs.toBuffer({ bcid, text, scale: 4 });
const qrPng = await draw('qrcode', QR);
const dmPng = await draw('datamatrix', DATA_MATRIX);

/** A grey page with both codes, turned and smaller, as a telephone sees it. */
async function photo(gradi: number): Promise<Canvas> {
  const tela = createCanvas(1400, 1400);
  const penna = tela.getContext('2d');
  penna.fillStyle = '#d8d6d0';
  penna.fillRect(0, 0, 1400, 1400);
  penna.translate(700, 700);
  penna.rotate((gradi * Math.PI) / 180);
  penna.fillStyle = '#f4f2ee';
  penna.fillRect(-500, -300, 1000, 600);
  penna.drawImage(await loadImage(qrPng), -420, -110, 230, 230);
  penna.drawImage(await loadImage(dmPng), 120, -110, 270, 270);
  return tela;
}

function pdf(pagine: number, password?: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const documento = new PDFDocument({ size: 'A4', ...(password === undefined ? {} : { userPassword: password }) });
    const pezzi: Buffer[] = [];
    documento.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    documento.on('end', () => {
      resolve(Buffer.concat(pezzi));
    });
    for (let pagina = 2; pagina <= pagine; pagina += 1) documento.addPage();
    documento.image(qrPng, 100, 400, { width: 71 }).image(dmPng, 300, 400, { width: 71 }).end();
  });
}

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-lettura-'));
afterAll(() => rmSync(cartella, { recursive: true }));

/** What the process says of these bytes in a file. */
function inDisparte(byte: Uint8Array, limiti = LIMITI_LETTURA): ReturnType<typeof leggiCodici> {
  const file = join(cartella, 'avviso');
  writeFileSync(file, byte);
  return leggiCodici(file, limiti);
}

/** A page whose drawing is nothing, packed twice: a few hundred bytes that open into so many. */
function doublePacked(byte: number): Buffer {
  const contenuto = deflateSync(deflateSync(Buffer.alloc(byte)));
  const prima =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n' +
    `4 0 obj<</Length ${contenuto.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`;
  return Buffer.concat([
    Buffer.from(prima),
    contenuto,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

const testi = (letti: readonly { readonly testo: string }[]) => letti.map(({ testo }) => testo).sort();
const attesi = [QR, DATA_MATRIX].sort();

describe('reading the codes of a notice', () => {
  it('from a PNG taken at an angle', async () => {
    expect(testi(await codiciDelFile((await photo(7)).toBuffer('image/png')))).toEqual(attesi);
  });

  it('from a JPEG upside down', async () => {
    expect(testi(await codiciDelFile((await photo(181)).toBuffer('image/jpeg', 80)))).toEqual(attesi);
  });

  it('from the second page of a PDF, 25 mm wide, saying the page', async () => {
    const letti = await codiciDelFile(await pdf(2));
    expect(testi(letti)).toEqual(attesi);
    expect(letti.map(({ pagina }) => pagina)).toEqual([2, 2]);
  });

  it('from a transparent picture cut to the code’s edge, in a process of its own', async () => {
    expect(testi(await inDisparte(qrPng))).toEqual([QR]);
  });

  it('finds nothing in an empty picture', async () => {
    expect(await codiciDelFile(createCanvas(300, 300).toBuffer('image/png'))).toEqual([]);
  });
});

describe('files that are not read', () => {
  const pngEnorme = () => {
    const byte = Buffer.from(qrPng);
    byte.writeUInt32BE(60_000, 16);
    byte.writeUInt32BE(60_000, 20);
    return byte;
  };

  it.each<[string, () => Uint8Array, RegExp]>([
    ['text', () => Buffer.from('ciao'), /non è un PDF/],
    ['nothing', () => new Uint8Array(0), /non è un PDF/],
    ['a picture that declares 3.6 billion dots', pngEnorme, /più di 36 milioni/],
    ['a cut PNG', () => qrPng.subarray(0, 20), /rovinata/],
    ['a JPEG without a frame', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 2, 0, 0, 0, 0, 0, 0]), /rovinata/],
    ['more than 15 MB', () => new Uint8Array(15 * 1024 * 1024 + 1), /15 MB/],
  ])('%s', (_nome, byte, messaggio) => {
    expect(() => formatoDi(byte())).toThrow(messaggio);
  });

  it('a picture that is broken inside', async () => {
    await expect(codiciDelFile(qrPng.subarray(0, 60))).rejects.toMatchObject({ codice: 'file-non-leggibile' });
  });

  it('a PDF that is broken, locked, or too long', async () => {
    await expect(codiciDelFile(Buffer.from('%PDF-1.7\nniente'))).rejects.toMatchObject({ codice: 'pdf-rovinato' });
    await expect(codiciDelFile(await pdf(1, 'segreta'))).rejects.toMatchObject({ codice: 'pdf-protetto' });
    await expect(codiciDelFile(await pdf(21))).rejects.toMatchObject({ codice: 'pdf-troppo-lungo' });
  });

  it('tell the same from the process', async () => {
    await expect(inDisparte(Buffer.from('%PDF-1.7\nniente'))).rejects.toMatchObject({
      codice: 'pdf-rovinato',
      campo: 'file',
    });
    await expect(inDisparte(Buffer.from('ciao'))).rejects.toMatchObject({ codice: 'file-non-leggibile' });
  });

  it('and one that keeps the reader too long is interrupted', async () => {
    const pochi = { ...LIMITI_LETTURA, secondiCpu: 1 };
    await expect(inDisparte(await pdf(20), pochi)).rejects.toMatchObject({ codice: 'file-troppo-lento' });
  });

  it('and one that opens into more memory than there is takes the process alone', async () => {
    const bomba = doublePacked(420 * 1024 ** 2);
    expect(bomba.length).toBeLessThan(10_000);
    await expect(inDisparte(bomba)).rejects.toMatchObject({ codice: 'file-troppo-pesante' });
  });
});

describe('large pictures', () => {
  it('a page scanned at 600 dots an inch is read within the bounds', async () => {
    const tela = createCanvas(4960, 7016);
    const penna = tela.getContext('2d');
    penna.fillStyle = '#fff';
    penna.fillRect(0, 0, 4960, 7016);
    penna.drawImage(await loadImage(qrPng), 3000, 5000, 600, 600);
    expect(testi(await inDisparte(tela.toBuffer('image/png')))).toEqual([QR]);
  });
});
