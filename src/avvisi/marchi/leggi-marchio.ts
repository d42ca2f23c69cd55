import { leggiPng } from './leggi-png.ts';
import { leggiSvg } from './leggi-svg.ts';
import { marchioNonValido } from './marchio-non-valido.ts';
import type { Marchio } from './marchio.ts';

/** No logo needs more; a larger file is a photograph or a mistake. */
const BYTE_MASSIMI = 2 * 1024 * 1024;
const FIRMA_PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads a mark, SVG or PNG by its content.
 * @param lato millimetres of the place it will be printed in: a picture must have its points
 * @throws ErroreDati `marchio-non-valido`: an Italian sentence that says what is wrong with the file
 */
export function leggiMarchio(contenuto: Uint8Array, lato: number): Marchio {
  if (contenuto.byteLength > BYTE_MASSIMI) throw marchioNonValido('il file supera 2 MB: un logo è più piccolo');
  const inizio = Buffer.from(contenuto.subarray(0, 512));
  if (inizio.subarray(0, 8).equals(FIRMA_PNG)) return leggiPng(contenuto, lato);
  if (/^(\ufeff)?\s*</.test(inizio.toString('utf8'))) return leggiSvg(contenuto);
  throw marchioNonValido('deve essere un file SVG o PNG');
}
