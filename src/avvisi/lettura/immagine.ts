import { createCanvas, type Image } from '@napi-rs/canvas';

/** Dots of a picture, RGBA, four bytes each: what readers take as ImageData (Node has no such class). */
export interface Punti {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** White around a picture, as a part of its longer side: a code cut to its edge has no quiet zone of its own. */
const MARGINE = 0.04;

/** Dots of a picture that are looked at: those of a telephone, made smaller, leave its codes as readable. */
const PIXEL_DI_UNA_FOTO = 8_000_000;

interface Carta {
  readonly larga: number;
  readonly alta: number;
  readonly margine: number;
  readonly width: number;
  readonly height: number;
}

/** How large a picture is laid on its paper. */
function cartaPer({ width, height }: { readonly width: number; readonly height: number }): Carta {
  const scala = Math.min(1, Math.sqrt(PIXEL_DI_UNA_FOTO / (width * height)));
  const larga = Math.max(1, Math.floor(width * scala));
  const alta = Math.max(1, Math.floor(height * scala));
  const margine = Math.ceil(Math.max(larga, alta) * MARGINE);
  return { larga, alta, margine, width: larga + 2 * margine, height: alta + 2 * margine };
}

/**
 * The dots of a picture on white paper: what is transparent becomes white, a margin is added all round, and what is larger than
 * needed is made smaller.
 */
export function immagineSuCarta(immagine: Image): Punti {
  const { larga, alta, margine, width, height } = cartaPer(immagine);
  const penna = createCanvas(width, height).getContext('2d');
  penna.fillStyle = '#ffffff';
  penna.fillRect(0, 0, width, height);
  penna.drawImage(immagine, margine, margine, larga, alta);
  return { data: penna.getImageData(0, 0, width, height).data, width, height };
}

/** The same of dots that a decoder gave: with one copy alone, since a telephone's photo takes 50 MB. */
export function puntiSuCarta(punti: Punti): Punti {
  const { larga, alta, margine, width, height } = cartaPer(punti);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < alta; y += 1) {
    const riga = between(y, alta, punti.height);
    for (let x = 0; x < larga; x += 1) {
      const dove = ((y + margine) * width + x + margine) * 4;
      mix(punti, riga, between(x, larga, punti.width), data, dove);
    }
  }
  return { data, width, height };
}

/** A place between two dots of the picture: the first, the second, and how near the second it is. */
type Fra = readonly [prima: number, dopo: number, parte: number];

function between(posto: number, ridotti: number, interi: number): Fra {
  const esatto = Math.max(0, ((posto + 0.5) * interi) / ridotti - 0.5);
  const prima = Math.min(interi - 1, Math.floor(esatto));
  return [prima, Math.min(interi - 1, prima + 1), esatto - prima];
}

/** Writes the dot that lies between four of the picture, over white. */
function mix(
  { data, width }: Punti,
  [y0, y1, fy]: Fra,
  [x0, x1, fx]: Fra,
  dove: Uint8ClampedArray,
  posto: number,
): void {
  const angoli = [(y0 * width + x0) * 4, (y0 * width + x1) * 4, (y1 * width + x0) * 4, (y1 * width + x1) * 4] as const;
  const [a, b, c, d] = angoli;
  const alla = (canale: number): number => {
    const sopra = (data[a + canale] ?? 0) * (1 - fx) + (data[b + canale] ?? 0) * fx;
    const sotto = (data[c + canale] ?? 0) * (1 - fx) + (data[d + canale] ?? 0) * fx;
    return sopra * (1 - fy) + sotto * fy;
  };
  const coperto = alla(3) / 255;
  for (let canale = 0; canale < 3; canale += 1) dove[posto + canale] = alla(canale) * coperto + 255 * (1 - coperto);
}
