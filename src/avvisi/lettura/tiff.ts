import { decode, type TiffIfd } from 'tiff';
import UTIF from 'utif2';
import type { ImmagineAperta } from './apri-immagine.ts';
import { type Punti, puntiSuCarta } from './immagine.ts';
import { rifiutaEnorme } from './misure-immagine.ts';
import { nonLeggibile } from './non-leggibile.ts';

/** Compressions that the maintained reader does not know: of faxes (CCITT groups 3 and 4), JPEG, PackBits (TIFF 6.0, tag 259). */
const ALTRE_COMPRESSIONI: ReadonlySet<number> = new Set([2, 3, 4, 6, 7, 32_773]);

/** What a scanner or a fax makes. @throws ErroreDati `file-non-leggibile` */
export function apriTiff(byte: Uint8Array): ImmagineAperta {
  const fogli = openOr(() => decode(byte, { ignoreImageData: true }));
  for (const { width, height } of fogli) rifiutaEnorme({ larghezza: width, altezza: height });
  return {
    pagine: fogli.length,
    pagina: (numero) => {
      const altra = ALTRE_COMPRESSIONI.has(fogli[numero - 1]?.compression ?? 0);
      return Promise.resolve(
        puntiSuCarta(openOr(() => (altra ? unpackedByOther(byte, numero) : unpacked(byte, numero)))),
      );
    },
  };
}

function openOr<T>(apri: () => T): T {
  try {
    return apri();
  } catch {
    throw nonLeggibile('è un TIFF rovinato, o compresso in un modo che non si sa leggere');
  }
}

function unpacked(byte: Uint8Array, numero: number): Punti {
  const [foglio] = decode(byte, { pages: [numero - 1] });
  if (foglio === undefined) throw new Error('no such page');
  return rgba(foglio);
}

function unpackedByOther(byte: Uint8Array, numero: number): Punti {
  const file = Buffer.from(byte.buffer, byte.byteOffset, byte.byteLength);
  const foglio = UTIF.decode(file)[numero - 1];
  if (foglio === undefined) throw new Error('no such page');
  UTIF.decodeImage(file, foglio);
  const { width, height } = foglio;
  if (!(width > 0 && height > 0)) throw new Error('nothing came out');
  return { data: new Uint8ClampedArray(UTIF.toRGBA8(foglio).buffer), width, height };
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
