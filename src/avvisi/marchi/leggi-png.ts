import { inflateSync } from 'node:zlib';
import { marchioNonValido } from './marchio-non-valido.ts';
import type { Punti } from './marchio.ts';

/** What the guide asks of a logo in points. */
const PUNTI_PER_POLLICE = 300;
const LATO_MASSIMO = 4000;
/** Samples a point, by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const CAMPIONI: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Intestazione {
  readonly larghezza: number;
  readonly altezza: number;
  readonly colore: number;
  readonly campioni: number;
}

/**
 * Reads a PNG of eight bits a sample, not interlaced (what every program saves), and puts it on white.
 * @throws ErroreDati `marchio-non-valido`
 */
export function leggiPng(contenuto: Uint8Array, lato: number): Punti {
  const pezzi = chunks(Buffer.from(contenuto));
  const testa = header(pezzi.find(({ nome }) => nome === 'IHDR')?.dati, lato);
  const compresso = Buffer.concat(pezzi.filter(({ nome }) => nome === 'IDAT').map(({ dati }) => dati));
  const righe = unfilter(inflate(compresso, testa), testa);
  const tavolozza = pezzi.find(({ nome }) => nome === 'PLTE')?.dati;
  const alfa = pezzi.find(({ nome }) => nome === 'tRNS')?.dati;
  return {
    tipo: 'punti',
    larghezza: testa.larghezza,
    altezza: testa.altezza,
    rgb: onWhite(righe, testa, tavolozza, alfa),
  };
}

function chunks(file: Buffer): { readonly nome: string; readonly dati: Buffer }[] {
  const pezzi = [];
  for (let da = 8; da + 12 <= file.byteLength;) {
    const lungo = file.readUInt32BE(da);
    if (da + 12 + lungo > file.byteLength) break;
    pezzi.push({ nome: file.toString('latin1', da + 4, da + 8), dati: file.subarray(da + 8, da + 8 + lungo) });
    da += 12 + lungo;
  }
  if (pezzi.at(-1)?.nome !== 'IEND') throw marchioNonValido('il PNG è rotto: il file finisce prima del tempo');
  return pezzi;
}

function header(dati: Buffer | undefined, lato: number): Intestazione {
  if (dati?.byteLength !== 13) throw marchioNonValido('il PNG è rotto: manca l’intestazione');
  const [larghezza, altezza] = [dati.readUInt32BE(0), dati.readUInt32BE(4)];
  const [profondita, colore, intreccio] = [dati[8] ?? 0, dati[9] ?? 9, dati[12] ?? 0];
  const campioni = CAMPIONI[colore];
  if (profondita !== 8 || campioni === undefined || intreccio !== 0) {
    throw marchioNonValido('il PNG deve avere 8 bit per canale e non essere interlacciato: salvarlo di nuovo così');
  }
  const lungo = Math.max(larghezza, altezza);
  if (lungo > LATO_MASSIMO)
    throw marchioNonValido(`il PNG è di ${larghezza} × ${altezza} punti, più di ${LATO_MASSIMO}`);
  const minimo = Math.ceil((lato / 25.4) * PUNTI_PER_POLLICE);
  if (Math.min(larghezza, altezza) < 1 || lungo < minimo) {
    throw marchioNonValido(
      `il PNG è di ${larghezza} × ${altezza} punti: per stamparsi a 300 punti per pollice il lato lungo ne vuole ${minimo}, oppure dare un SVG`,
    );
  }
  return { larghezza, altezza, colore, campioni };
}

function inflate(compresso: Buffer, { larghezza, altezza, campioni }: Intestazione): Buffer {
  const attesi = altezza * (1 + larghezza * campioni);
  try {
    const righe = inflateSync(compresso, { maxOutputLength: attesi + 1024 });
    if (righe.byteLength >= attesi) return righe;
  } catch {
    // The sentence below is for both.
  }
  throw marchioNonValido('il PNG è rotto: le sue righe non si leggono');
}

/** Undoes the five filters of a row (PNG, third edition, 9.2). */
function unfilter(righe: Buffer, { larghezza, altezza, campioni }: Intestazione): Buffer {
  const lunga = larghezza * campioni;
  const piano = Buffer.alloc(altezza * lunga);
  for (let y = 0; y < altezza; y++) {
    const filtro = righe[y * (lunga + 1)] ?? 0;
    for (let x = 0; x < lunga; x++) {
      const qui = y * lunga + x;
      const a = x < campioni ? 0 : (piano[qui - campioni] ?? 0);
      const b = y === 0 ? 0 : (piano[qui - lunga] ?? 0);
      const c = x < campioni || y === 0 ? 0 : (piano[qui - lunga - campioni] ?? 0);
      piano[qui] = (righe[y * (lunga + 1) + 1 + x] ?? 0) + predicted(filtro, a, b, c);
    }
  }
  return piano;
}

function predicted(filtro: number, a: number, b: number, c: number): number {
  if (filtro === 1) return a;
  if (filtro === 2) return b;
  if (filtro === 3) return (a + b) >> 1;
  if (filtro !== 4) return 0;
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Three bytes a point; what is transparent shows the paper. */
function onWhite(piano: Buffer, testa: Intestazione, tavolozza: Buffer | undefined, trns: Buffer | undefined): Buffer {
  const { larghezza, altezza, colore, campioni } = testa;
  const rgb = Buffer.alloc(larghezza * altezza * 3);
  for (let punto = 0; punto < larghezza * altezza; punto++) {
    const da = punto * campioni;
    const indice = piano[da] ?? 0;
    const alfa = colore === 3 ? (trns?.[indice] ?? 255) : colore >= 4 ? (piano[da + campioni - 1] ?? 255) : 255;
    for (let canale = 0; canale < 3; canale++) {
      const pieno = colore === 3 ? tavolozza?.[indice * 3 + canale] : piano[da + (campioni < 3 ? 0 : canale)];
      rgb[punto * 3 + canale] = Math.round(((pieno ?? 0) * alfa + 255 * (255 - alfa)) / 255);
    }
  }
  return rgb;
}
