import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penalty, type Grid, type Lines } from '../../../src/avvisi/codici/qr-penalty.ts';

const LATO = 33;
type Modulo = (riga: number, colonna: number) => number;

function lines(modulo: Modulo): Lines {
  const numero = (riga: number, da: number): number =>
    Array.from({ length: 17 }, (_, i) => modulo(riga, da + i)).reduce((somma, bit) => somma * 2 + bit, 0);
  const righe = Array.from({ length: LATO }, (_, riga) => riga);
  return {
    first: Int32Array.from(righe, (riga) => numero(riga, 0)),
    last: Int32Array.from(righe, (riga) => numero(riga, 16)),
  };
}

function grid(modulo: Modulo): Grid {
  return { rows: lines(modulo), columns: lines((r, c) => modulo(c, r)) };
}

const bianco: Modulo = () => 0;
const NIENTE = grid(bianco);

/** The standard's words (ISO/IEC 18004, 7.8.3), module by module. */
function aMano(modulo: Modulo): number {
  let totale = 0;
  for (const verso of [modulo, (r: number, c: number) => modulo(c, r)]) {
    for (let riga = 0; riga < LATO; riga++) {
      const linea = Array.from({ length: LATO }, (_, c) => verso(riga, c)).join('');
      for (const [corsa] of linea.matchAll(/0{5,}|1{5,}/g)) totale += corsa.length - 2;
      for (const cerca of ['10111010000', '00001011101']) {
        for (let c = 0; c + 11 <= LATO; c++) if (linea.startsWith(cerca, c)) totale += 40;
      }
    }
  }
  let scuri = 0;
  for (let riga = 0; riga < LATO; riga++) {
    for (let c = 0; c < LATO; c++) {
      scuri += modulo(riga, c);
      if (riga === LATO - 1 || c === LATO - 1) continue;
      const blocco = [modulo(riga, c), modulo(riga + 1, c), modulo(riga, c + 1), modulo(riga + 1, c + 1)];
      if (new Set(blocco).size === 1) totale += 3;
    }
  }
  return totale + 10 * Math.floor(Math.abs((scuri / LATO ** 2) * 100 - 50) / 5);
}

describe('penalty', () => {
  it('counts whole lines at a time as the standard counts modules', () => {
    const matrice = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: LATO ** 2, maxLength: LATO ** 2 });
    fc.assert(
      fc.property(matrice, fc.integer({ min: 1, max: 4 }), fc.nat({ max: 30 }), (valori, soglia, ripetute) => {
        // Repeated rows and light or dark grounds give long runs, blocks and finder-like patterns.
        const modulo: Modulo = (r, c) => ((valori[Math.max(0, r - ripetute) * LATO + c] ?? 0) >= soglia ? 1 : 0);
        expect(penalty(grid(modulo), NIENTE)).toBe(aMano(modulo));
      }),
      { numRuns: 60 },
    );
  });

  it('sees finder-like patterns wherever they stand', () => {
    for (let da = 0; da + 11 <= LATO; da++) {
      for (const figura of ['10111010000', '00001011101']) {
        const modulo: Modulo = (r, c) => (r % 7 === 3 && c >= da && c < da + 11 ? Number(figura[c - da]) : (r + c) % 2);
        expect(penalty(grid(modulo), NIENTE)).toBe(aMano(modulo));
        expect(penalty(grid(bianco), grid(modulo))).toBe(aMano(modulo));
      }
    }
  });
});
