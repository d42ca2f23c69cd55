import type { Matrice } from './matrice.ts';
import { reedSolomon } from './reed-solomon.ts';

/** Version 4: 33 modules a side (guide to the notice 3.x, QR code). Level M: two blocks of 32 data and 18 check words. */
const LATO = 33;
const PAROLE_DATI = 64;
const PAROLE_BLOCCO = 32;
const PAROLE_CONTROLLO = 18;
/** Byte mode: 4 bits of mode and 8 of length come before the data. */
export const BYTE_MASSIMI_QR = 62;

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

/** What never changes: function patterns with each mask's format bits, and where the data go. Made once. */
const { posti, sfondi } = prepare();

/**
 * The QR code (ISO/IEC 18004) of a notice: version 4, error correction M, byte mode, the mask with the least penalty.
 * @param testo ASCII, at most 62 characters
 * @throws RangeError when it does not fit
 */
export function qrCode(testo: string): Matrice {
  const bits = interleave(dataWords(testo));
  let migliore: Uint8Array | undefined;
  let minima = Infinity;
  for (const { sfondo, maschera } of sfondi) {
    const moduli = sfondo.slice();
    for (let i = 0; i < posti.length; i++) {
      const bit = ((bits[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
      moduli[posti[i] ?? 0] = bit ^ (maschera[i] ?? 0);
    }
    const penale = penalty(moduli);
    if (penale < minima) [migliore, minima] = [moduli, penale];
  }
  if (migliore === undefined) throw new Error('a QR code has eight masks');
  return { lato: LATO, moduli: migliore };
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

function prepare(): {
  readonly posti: Uint16Array;
  readonly sfondi: readonly { readonly sfondo: Uint8Array; readonly maschera: Uint8Array }[];
} {
  const { moduli, riservati } = functionPatterns();
  const posti = dataPlaces(riservati);
  const sfondi = MASCHERE.map((maschera, numero) => {
    const sfondo = moduli.slice();
    drawFormat(sfondo, numero);
    const bits = Uint8Array.from(posti, (posto) => (maschera(Math.floor(posto / LATO), posto % LATO) ? 1 : 0));
    return { sfondo, maschera: bits };
  });
  return { posti, sfondi };
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

/** The four penalties of 7.8.3: runs, blocks, finder-like patterns, proportion of dark modules. */
function penalty(moduli: Uint8Array): number {
  let totale = 0;
  let scuri = 0;
  for (let i = 0; i < LATO; i++) {
    totale += linePenalty(moduli, i * LATO, 1) + linePenalty(moduli, i, LATO);
  }
  for (let riga = 0; riga < LATO; riga++) {
    for (let colonna = 0; colonna < LATO; colonna++) {
      const posto = riga * LATO + colonna;
      const modulo = moduli[posto] ?? 0;
      scuri += modulo;
      if (riga === LATO - 1 || colonna === LATO - 1 || moduli[posto + 1] !== modulo) continue;
      if (moduli[posto + LATO] === modulo && moduli[posto + LATO + 1] === modulo) totale += 3;
    }
  }
  return totale + 10 * Math.floor(Math.abs(scuri * 20 - LATO * LATO * 10) / (LATO * LATO));
}

/** Runs of five and more, and `1011101` with four light modules on one side, along one row or column. */
function linePenalty(moduli: Uint8Array, inizio: number, passo: number): number {
  let totale = 0;
  let lunghezza = 0;
  let precedente = -1;
  let ultimi = 0;
  for (let i = 0, posto = inizio; i < LATO; i++, posto += passo) {
    const modulo = moduli[posto] ?? 0;
    if (modulo === precedente) {
      lunghezza++;
      if (lunghezza === 5) totale += 3;
      else if (lunghezza > 5) totale++;
    } else {
      precedente = modulo;
      lunghezza = 1;
    }
    ultimi = ((ultimi << 1) | modulo) & 0x7ff;
    if (i >= 10 && (ultimi === 0b10111010000 || ultimi === 0b00001011101)) totale += 40;
  }
  return totale;
}
