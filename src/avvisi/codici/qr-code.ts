import type { Matrice } from './matrice.ts';
import { penalty, type Grid, type Lines } from './qr-penalty.ts';
import { reedSolomon } from './reed-solomon.ts';

/** Version 4: 33 modules a side (guide to the notice 3.x, QR code). Level M: two blocks of 32 data and 18 check words. */
const LATO = 33;
const PAROLE_DATI = 64;
const PAROLE_BLOCCO = 32;
const PAROLE_CONTROLLO = 18;
/** Byte mode: 4 bits of mode and 8 of length come before the data. */
const BYTE_MASSIMI_QR = 62;

const rs = reedSolomon(0x11d, 0);
const MASCHERE: readonly ((riga: number, colonna: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** What never changes, made once: where the data go, and what each mask lays over them. */
const { posti, maschere } = prepare();

/** A whole masked symbol without its data: module by module, and as lines. */
interface Maschera {
  readonly moduli: Uint8Array;
  readonly linee: Grid;
}

/**
 * The QR code (ISO/IEC 18004) of a notice: version 4, error correction M, byte mode, the mask with the least penalty.
 * @param testo ASCII, at most 62 characters
 * @throws RangeError when it does not fit
 */
export function qrCode(testo: string): Matrice {
  const dati = new Uint8Array(LATO * LATO);
  const bits = interleave(dataWords(testo));
  for (let i = 0; i < posti.length; i++) dati[posti[i] ?? 0] = ((bits[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
  const linee = grid(dati);
  let migliore: Uint8Array = dati;
  let minima = Infinity;
  for (const maschera of maschere) {
    const penale = penalty(linee, maschera.linee);
    if (penale < minima) [migliore, minima] = [maschera.moduli, penale];
  }
  for (let i = 0; i < dati.length; i++) dati[i] = (dati[i] ?? 0) ^ (migliore[i] ?? 0);
  return { lato: LATO, moduli: dati };
}

function grid(moduli: Uint8Array): Grid {
  return { rows: lines(moduli, LATO, 1), columns: lines(moduli, 1, LATO) };
}

/** The lines of a symbol: `passo` from one line to the next, `lungo` from one module of a line to the next. */
function lines(moduli: Uint8Array, passo: number, lungo: number): Lines {
  const [first, last] = [new Int32Array(LATO), new Int32Array(LATO)];
  for (let i = 0; i < LATO; i++) {
    let [a, b] = [0, 0];
    for (let j = 0; j < 17; j++) {
      a = (a << 1) | (moduli[i * passo + j * lungo] ?? 0);
      b = (b << 1) | (moduli[i * passo + (j + 16) * lungo] ?? 0);
    }
    first[i] = a;
    last[i] = b;
  }
  return { first, last };
}

/** Mode, length, bytes, terminator and pad words (7.4). */
function dataWords(testo: string): Uint8Array {
  if (testo.length > BYTE_MASSIMI_QR || !/^[\x20-\x7e]*$/.test(testo)) {
    throw new RangeError(`not ASCII text of at most ${BYTE_MASSIMI_QR} characters: ${testo}`);
  }
  const parole = new Uint8Array(PAROLE_DATI);
  parole[0] = 0x40 | (testo.length >> 4);
  let resto = testo.length & 15;
  for (let i = 0; i < testo.length; i++) {
    const byte = testo.charCodeAt(i);
    parole[i + 1] = (resto << 4) | (byte >> 4);
    resto = byte & 15;
  }
  parole[testo.length + 1] = resto << 4;
  for (let i = testo.length + 2, pad = 0xec; i < PAROLE_DATI; i++, pad ^= 0xec ^ 0x11) parole[i] = pad;
  return parole;
}

/** Data words of the two blocks in turn, then their check words in turn; the last 7 bits of the symbol stay 0. */
function interleave(parole: Uint8Array): Uint8Array {
  const finali = new Uint8Array(2 * (PAROLE_BLOCCO + PAROLE_CONTROLLO) + 1);
  for (const blocco of [0, 1]) {
    const dati = parole.subarray(blocco * PAROLE_BLOCCO, (blocco + 1) * PAROLE_BLOCCO);
    const controllo = rs.checkWords(dati, PAROLE_CONTROLLO);
    dati.forEach((parola, i) => (finali[i * 2 + blocco] = parola));
    controllo.forEach((parola, i) => (finali[PAROLE_DATI + i * 2 + blocco] = parola));
  }
  return finali;
}

function prepare(): { readonly posti: Uint16Array; readonly maschere: readonly Maschera[] } {
  const { moduli, riservati } = functionPatterns();
  const posti = dataPlaces(riservati);
  const maschere = MASCHERE.map((maschera, numero) => {
    const sfondo = moduli.slice();
    drawFormat(sfondo, numero);
    for (const posto of posti) sfondo[posto] = maschera(Math.floor(posto / LATO), posto % LATO) ? 1 : 0;
    return { moduli: sfondo, linee: grid(sfondo) };
  });
  return { posti, maschere };
}

/** Finder, separators, timing and alignment patterns, the dark module; and the modules data may not take (6.3). */
function functionPatterns(): { readonly moduli: Uint8Array; readonly riservati: Uint8Array } {
  const moduli = new Uint8Array(LATO * LATO);
  const riservati = new Uint8Array(LATO * LATO);
  const set = (riga: number, colonna: number, scuro: boolean): void => {
    if (riga < 0 || colonna < 0 || riga >= LATO || colonna >= LATO) return;
    moduli[riga * LATO + colonna] = scuro ? 1 : 0;
    riservati[riga * LATO + colonna] = 1;
  };
  const rings = (riga: number, colonna: number, raggio: number, chiaro: readonly number[]): void => {
    for (let r = -raggio; r <= raggio; r++) {
      for (let c = -raggio; c <= raggio; c++) {
        set(riga + r, colonna + c, !chiaro.includes(Math.max(Math.abs(r), Math.abs(c))));
      }
    }
  };
  for (let i = 0; i < LATO; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (let i = 0; i < 9; i++) {
    for (const j of [i, LATO - 1 - Math.min(i, 7)]) {
      if (j !== 6) set(8, j, false);
      if (j !== 6) set(j, 8, false);
    }
  }
  for (const [riga, colonna] of [
    [3, 3],
    [3, LATO - 4],
    [LATO - 4, 3],
  ] as const)
    rings(riga, colonna, 4, [2, 4]);
  rings(26, 26, 2, [1]);
  set(LATO - 8, 8, true);
  return { moduli, riservati };
}

/** The zigzag of column pairs from the bottom right, skipping the vertical timing pattern (7.7.3). */
function dataPlaces(riservati: Uint8Array): Uint16Array {
  const posti: number[] = [];
  for (let destra = LATO - 1, su = true; destra > 0; destra -= 2, su = !su) {
    if (destra === 6) destra--;
    for (let passo = 0; passo < LATO; passo++) {
      const riga = su ? LATO - 1 - passo : passo;
      for (const colonna of [destra, destra - 1]) {
        if (riservati[riga * LATO + colonna] === 0) posti.push(riga * LATO + colonna);
      }
    }
  }
  return Uint16Array.from(posti);
}

/** Level M is 00; five bits, ten BCH bits, fixed mask (7.9); written twice. */
function drawFormat(moduli: Uint8Array, maschera: number): void {
  let resto = maschera;
  for (let i = 0; i < 10; i++) resto = (resto << 1) ^ (resto >> 9 ? 0x537 : 0);
  const formato = ((maschera << 10) | resto) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const bit = (formato >> i) & 1;
    const verticale = i < 6 ? i : i < 8 ? i + 1 : LATO - 15 + i;
    const orizzontale = i < 8 ? LATO - 1 - i : i < 9 ? 7 : 14 - i;
    moduli[verticale * LATO + 8] = bit;
    moduli[8 * LATO + orizzontale] = bit;
  }
}
