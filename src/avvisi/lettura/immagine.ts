import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PIXEL_GUARDATI } from './codice-letto.ts';

/** Dots of a picture, RGBA, four bytes each: what readers take as ImageData (Node has no such class). */
export interface Punti {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** White around a picture, as a part of its longer side: a code cut to its edge has no quiet zone of its own. */
const MARGINE = 0.04;

/**
 * The dots of a sound PNG or JPEG on white paper: what is transparent becomes white, a margin is added all round, and what is
 * larger than needed is made smaller.
 */
export async function puntiDellImmagine(byte: Uint8Array): Promise<Punti> {
  const immagine = await loadImage(Buffer.from(byte));
  const scala = Math.min(1, Math.sqrt(PIXEL_GUARDATI / (immagine.width * immagine.height)));
  const larga = Math.max(1, Math.floor(immagine.width * scala));
  const alta = Math.max(1, Math.floor(immagine.height * scala));
  const margine = Math.ceil(Math.max(larga, alta) * MARGINE);
  const width = larga + 2 * margine;
  const height = alta + 2 * margine;
  const penna = createCanvas(width, height).getContext('2d');
  penna.fillStyle = '#ffffff';
  penna.fillRect(0, 0, width, height);
  penna.drawImage(immagine, margine, margine, larga, alta);
  return { data: penna.getImageData(0, 0, width, height).data, width, height };
}
