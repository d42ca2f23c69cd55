import { codeWords } from './data-matrix/code-words.ts';
import { layout, type Layout, type SymbolSize } from './data-matrix/placement.ts';
import type { Matrice } from './matrice.ts';
import { reedSolomon } from './reed-solomon.ts';

/** From the one PagoPA's notices use up: what the 256 characters of a notice need (ISO/IEC 16022, table 7). */
const SIZES: readonly SymbolSize[] = [
  { side: 48, regions: 2, data: 174, check: 68, blocks: 1 },
  { side: 52, regions: 2, data: 204, check: 84, blocks: 2 },
  { side: 64, regions: 4, data: 280, check: 112, blocks: 2 },
];

const rs = reedSolomon(0x12d, 1);
const layouts = new Map<SymbolSize, Layout>();

/**
 * The Data Matrix (ISO/IEC 16022, ECC 200) of a text: 48×48 modules when it fits, else 52×52 or 64×64.
 * @param testo ASCII
 * @throws RangeError when it fits none, or is not ASCII
 */
export function dataMatrix(testo: string): Matrice {
  for (const size of SIZES) {
    const data = codeWords(testo, size.data);
    if (data !== undefined) return { lato: size.side, moduli: draw(size, withCheckWords(size, data)) };
  }
  throw new RangeError('the text does not fit in a Data Matrix of 64×64 modules');
}

function withCheckWords(size: SymbolSize, data: Uint8Array): Uint8Array {
  const { blocks, check } = size;
  const words = new Uint8Array(size.data + check);
  words.set(data);
  for (let block = 0; block < blocks; block++) {
    const own = blocks === 1 ? data : data.filter((_, at) => at % blocks === block);
    const added = rs.checkWords(own, check / blocks);
    for (let i = 0; i < added.length; i++) words[size.data + i * blocks + block] = added[i] ?? 0;
  }
  return words;
}

function draw(size: SymbolSize, words: Uint8Array): Uint8Array {
  let where = layouts.get(size);
  if (where === undefined) {
    where = layout(size);
    layouts.set(size, where);
  }
  const moduli = where.background.slice();
  const { places } = where;
  for (let bit = 0; bit < places.length; bit++) {
    moduli[places[bit] ?? 0] = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
  }
  return moduli;
}
