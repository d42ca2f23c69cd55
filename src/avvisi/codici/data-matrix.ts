import bwipjs from 'bwip-js/node';
import type { Matrice } from './matrice.ts';

export function dataMatrix(testo: string): Matrice {
  const [simbolo] = bwipjs.raw({ bcid: 'datamatrix', text: testo }) as unknown as [{ pixs: number[]; pixx: number }];
  return { lato: simbolo.pixx, moduli: Uint8Array.from(simbolo.pixs) };
}
