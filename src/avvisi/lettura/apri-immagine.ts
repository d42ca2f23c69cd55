import { loadImage } from '@napi-rs/canvas';
import { decode, type TiffIfd } from 'tiff';
import { puntiDellaFoto } from './heic.ts';
import { immagineSuCarta, puntiSuCarta, type Punti } from './immagine.ts';
import { rifiutaEnorme } from './misure-immagine.ts';
import { nonLeggibile } from './non-leggibile.ts';

/** A picture that is open: as many pages as a scanner put in it, each unpacked, and laid on white paper, when it is asked for. */
export interface ImmagineAperta {
  readonly pagine: number;
  pagina(numero: number): Promise<Punti>;
}

/** A picture of one page that the drawing library opens: PNG, JPEG, WEBP, each of a size that was looked at. */
export function apriDisegno(byte: Uint8Array): ImmagineAperta {
  return { pagine: 1, pagina: async () => immagineSuCarta(await loadImage(Buffer.from(byte)).catch(rovinata)) };
}

/** A telephone's photo. @throws ErroreDati `file-non-leggibile` */
export function apriFoto(byte: Uint8Array): ImmagineAperta {
  return { pagine: 1, pagina: async () => puntiSuCarta(await puntiDellaFoto(byte)) };
}

/** What a scanner makes: uncompressed, LZW or deflated. @throws ErroreDati `file-non-leggibile` */
export function apriTiff(byte: Uint8Array): ImmagineAperta {
  const fogli = pagesOf(byte, { ignoreImageData: true });
  for (const { width, height } of fogli) rifiutaEnorme({ larghezza: width, altezza: height });
  return {
    pagine: fogli.length,
    pagina: (numero) => {
      const [foglio] = pagesOf(byte, { pages: [numero - 1] });
      return foglio === undefined ? rovinata() : Promise.resolve(puntiSuCarta(rgba(foglio)));
    },
  };
}

function pagesOf(byte: Uint8Array, opzioni: Parameters<typeof decode>[1]): readonly TiffIfd[] {
  try {
    return decode(byte, opzioni);
  } catch {
    throw nonLeggibile('è un TIFF rovinato, o compresso in un modo che non si sa leggere (fax, JPEG)');
  }
}

/** One sample a dot is grey, three are colours, with one more for what shows through. */
function rgba({ width, height, data, samplesPerPixel, alpha, bitsPerSample, type }: TiffIfd): Punti {
  const campioni = samplesPerPixel;
  const colori = campioni - (alpha ? 1 : 0);
  // Numbers of one bit stand as 0 and 1; deeper ones than a byte lose what a reader of codes does not look at.
  const scala = bitsPerSample === 1 ? 255 : bitsPerSample > 8 ? 1 / 257 : 1;
  const rovescio = type === 0 ? 255 : 0;
  const punti = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    for (let c = 0; c < 3; c += 1) {
      const campione = (data[i * campioni + (colori >= 3 ? c : 0)] ?? 0) * scala;
      punti[i * 4 + c] = Math.abs(rovescio - campione);
    }
    punti[i * 4 + 3] = alpha ? (data[i * campioni + colori] ?? 255) * scala : 255;
  }
  return { data: punti, width, height };
}

function rovinata(): never {
  throw nonLeggibile('l’immagine è rovinata e non si apre');
}
