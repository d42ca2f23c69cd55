import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Dots of a picture, RGBA, four bytes each: what readers take as ImageData (Node has no such class). */
export interface Punti {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** White around a picture, as a part of its longer side: a code cut to its edge has no quiet zone of its own. */
const MARGINE = 0.04;

/** The dots of a sound PNG or JPEG on white paper: what is transparent becomes white, and a margin is added all round. */
export async function puntiDellImmagine(byte: Uint8Array): Promise<Punti> {
  const immagine = await loadImage(Buffer.from(byte));
  const margine = Math.ceil(Math.max(immagine.width, immagine.height) * MARGINE);
  const width = immagine.width + 2 * margine;
  const height = immagine.height + 2 * margine;
  const penna = createCanvas(width, height).getContext('2d');
  penna.fillStyle = '#ffffff';
  penna.fillRect(0, 0, width, height);
  penna.drawImage(immagine, margine, margine);
  return { data: penna.getImageData(0, 0, width, height).data, width, height };
}
