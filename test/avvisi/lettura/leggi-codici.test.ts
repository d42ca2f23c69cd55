import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import bwipjs from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { formatoDi } from '../../../src/avvisi/lettura/formato-file.ts';
import { leggiCodici, LIMITI_LETTURA } from '../../../src/avvisi/lettura/leggi-codici.ts';
import { codiciDiUnaFetta } from '../../../src/avvisi/lettura/lettore-codici.ts';

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

/** A PDF with a QR code at each of these places. */
async function pagineCon(posti: readonly (readonly [number, number, number, string])[]): Promise<Buffer> {
  const documento = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const pezzi: Buffer[] = [];
  documento.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
  const fine = new Promise((resolve) => documento.on('end', resolve));
  const ultima = Math.max(...posti.map(([pagina]) => pagina));
  for (let numero = 1; numero <= ultima; numero += 1) {
    documento.addPage();
    for (const [, x, y, testo] of posti.filter(([pagina]) => pagina === numero)) {
      documento.image(await draw('qrcode', testo), x, y, { width: 71 });
    }
  }
  documento.end();
  await fine;
  return Buffer.concat(pezzi);
}

/** A TIFF without compression, a page for each drawing (TIFF 6.0, section 4 and 6). */
function tiff(pagine: readonly Canvas[], campioni: 1 | 3, rovescio: boolean): Buffer {
  const pezzi: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let lungo = 8;
  let rimando = 4;
  for (const tela of pagine) {
    const { data, width, height } = tela.getContext('2d').getImageData(0, 0, tela.width, tela.height);
    const punti = Buffer.alloc(width * height * campioni);
    for (let i = 0; i < punti.length; i += 1) {
      const campione = data[Math.floor(i / campioni) * 4 + (i % campioni)] ?? 0;
      punti[i] = rovescio ? 255 - campione : campione;
    }
    const tipo = campioni === 3 ? 2 : rovescio ? 0 : 1;
    const voci = [
      ...[
        [256, width],
        [257, height],
        [258, 8],
        [259, 1],
        [262, tipo],
        [273, lungo],
      ],
      ...[
        [277, campioni],
        [278, height],
        [279, punti.length],
      ],
    ];
    const ifd = Buffer.alloc(2 + voci.length * 12 + 4);
    ifd.writeUInt16LE(voci.length, 0);
    for (const [n, [tag = 0, valore = 0]] of voci.entries()) {
      ifd.writeUInt16LE(tag, 2 + n * 12);
      ifd.writeUInt16LE(4, 4 + n * 12);
      ifd.writeUInt32LE(1, 6 + n * 12);
      ifd.writeUInt32LE(valore, 10 + n * 12);
    }
    pezzi.push(punti, ifd);
    const tutto = Buffer.concat(pezzi);
    tutto.writeUInt32LE(lungo + punti.length, rimando);
    rimando = lungo + punti.length + ifd.length - 4;
    lungo += punti.length + ifd.length;
    pezzi.splice(0, pezzi.length, tutto);
  }
  return Buffer.concat(pezzi);
}

const codiciDi = async (byte: Uint8Array) => (await codiciDiUnaFetta(byte)).codici;

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
    expect(testi(await codiciDi((await photo(7)).toBuffer('image/png')))).toEqual(attesi);
  });

  it('from a JPEG upside down', async () => {
    expect(testi(await codiciDi((await photo(181)).toBuffer('image/jpeg', 80)))).toEqual(attesi);
  });

  it('from the second page of a PDF, 25 mm wide, saying the page', async () => {
    const letti = await codiciDi(await pdf(2));
    expect(testi(letti)).toEqual(attesi);
    expect(letti.map(({ pagina }) => pagina)).toEqual([2, 2]);
  });

  it('from a transparent picture cut to the code’s edge, in a process of its own', async () => {
    expect(testi(await inDisparte(qrPng))).toEqual([QR]);
  });

  it('from a WEBP, as browsers save pictures', async () => {
    expect(testi(await codiciDi((await photo(12)).toBuffer('image/webp')))).toEqual(attesi);
  });

  it('from a HEIC, as telephones take photos, in a process of its own', async () => {
    const foto = readFileSync(join(import.meta.dirname, 'foto-del-telefono.heic'));
    expect(testi(await inDisparte(foto))).toEqual([QR]);
  });

  it.each<[string, 1 | 3, boolean]>([
    ['colours', 3, false],
    ['grey, white as nothing', 1, true],
  ])('from each page of a TIFF, in %s', async (_come, campioni, rovescio) => {
    const letti = await codiciDi(tiff([await photo(0), await photo(90)], campioni, rovescio));
    expect(letti.map(({ pagina }) => pagina)).toEqual([1, 1, 2, 2]);
    expect(testi(letti)).toEqual([...attesi, ...attesi].sort());
  });

  // Made of the drawing above by `tiffcp -c g3:1d`, `g3:2d`, `g4`, `packbits` and `jpeg` of libtiff 4.5.
  it.each(['g3-1d', 'g3-2d', 'g4', 'packbits', 'jpeg'])('from a TIFF compressed as %s', async (compressione) => {
    const scansione = readFileSync(join(import.meta.dirname, `scansione-${compressione}.tiff`));
    expect(testi(await inDisparte(scansione))).toEqual(attesi);
    await expect(inDisparte(scansione.subarray(0, 100))).rejects.toMatchObject({ codice: 'file-non-leggibile' });
  });

  it('in the order in which one reads: page by page, from the top down, left to right', async () => {
    const posti = [
      [2, 60, 60, 'B'],
      [2, 320, 66, 'C'],
      [2, 60, 400, 'D'],
      [1, 200, 300, 'A'],
      [3, 100, 500, 'E'],
    ] as const;
    const letti = await codiciDi(await pagineCon(posti));
    expect(letti.map(({ testo, pagina }) => `${pagina} ${testo}`)).toEqual(['1 A', '2 B', '2 C', '2 D', '3 E']);
  });

  it('over more pages than one process looks at, in slices', async () => {
    const pagine = [1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 18] as const;
    const letti = await inDisparte(await pagineCon(pagine.map((pagina) => [pagina, 100, 100, `P${pagina}`] as const)));
    expect(letti.map(({ testo, pagina }) => `${pagina} ${testo}`)).toEqual(
      pagine.map((pagina) => `${pagina} P${pagina}`),
    );
    await expect(inDisparte(await pdf(201))).rejects.toMatchObject({ codice: 'file-troppo-lungo' });
  });

  it('finds nothing in an empty picture', async () => {
    expect(await codiciDi(createCanvas(300, 300).toBuffer('image/png'))).toEqual([]);
  });
});

describe('files that are not read', () => {
  const pngEnorme = () => {
    const byte = Buffer.from(qrPng);
    byte.writeUInt32BE(60_000, 16);
    byte.writeUInt32BE(60_000, 20);
    return byte;
  };

  const webpEnorme = () => {
    const byte = Buffer.alloc(30, 0xff);
    byte.write('RIFF....WEBPVP8X', 'latin1');
    return byte;
  };

  it.each<[string, () => Uint8Array, RegExp]>([
    ['text', () => Buffer.from('ciao'), /non è un PDF/],
    ['nothing', () => new Uint8Array(0), /non è un PDF/],
    ['a picture that declares 3.6 billion dots', pngEnorme, /più di 36 milioni/],
    ['a cut PNG', () => qrPng.subarray(0, 20), /rovinata/],
    ['a JPEG without a frame', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 2, 0, 0, 0, 0, 0, 0]), /rovinata/],
    ['a WEBP that declares more', () => webpEnorme(), /più di 36 milioni/],
    ['more than 15 MB', () => new Uint8Array(15 * 1024 * 1024 + 1), /15 MB/],
  ])('%s', (_nome, byte, messaggio) => {
    expect(() => formatoDi(byte())).toThrow(messaggio);
  });

  it('a picture that is broken inside, of every kind', async () => {
    const foto = readFileSync(join(import.meta.dirname, 'foto-del-telefono.heic'));
    const webp = (await photo(0)).toBuffer('image/webp');
    const scansione = tiff([await photo(0)], 1, false);
    for (const rotta of [qrPng.subarray(0, 60), foto.subarray(0, 900), scansione.subarray(0, 400)]) {
      await expect(inDisparte(rotta)).rejects.toMatchObject({ codice: 'file-non-leggibile' });
    }
    // Cut anywhere, it is told as what it is before the drawing library dies on it.
    for (const lungo of [30, 200, webp.length - 1]) {
      await expect(inDisparte(webp.subarray(0, lungo))).rejects.toMatchObject({
        codice: 'file-non-leggibile',
        message: expect.stringMatching(/^file: l’immagine è rovinata/) as string,
      });
    }
  });

  it('a PDF that is broken or locked', async () => {
    await expect(codiciDi(Buffer.from('%PDF-1.7\nniente'))).rejects.toMatchObject({ codice: 'pdf-rovinato' });
    await expect(codiciDi(await pdf(1, 'segreta'))).rejects.toMatchObject({ codice: 'pdf-protetto' });
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
    const bomba = doublePacked(540 * 1024 ** 2);
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
