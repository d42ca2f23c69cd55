import { pathToFileURL } from 'node:url';
import { risorsa } from '../../valori/risorsa.ts';
import type { Punti } from './immagine.ts';
import { rifiutaEnorme } from './misure-immagine.ts';
import { nonLeggibile } from './non-leggibile.ts';

/** What we use of libheif's own JavaScript. */
interface Libheif {
  readonly HeifDecoder: new () => { decode(byte: Uint8Array): readonly HeifImage[] };
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(punti: Punti, fatto: (punti: Punti | null) => void): void;
  free(): void;
}

/** The decoder as shipped: one file with its program inside. */
async function decodificatore(): Promise<Libheif> {
  const file = pathToFileURL(risorsa('heif', 'libheif-bundle.mjs')).href;
  const { default: avvia } = (await import(file)) as { readonly default: () => Libheif };
  return avvia();
}

/** The dots of a HEIC photo, upright as it was taken. @throws ErroreDati `file-non-leggibile` */
export async function puntiDellaFoto(byte: Uint8Array): Promise<Punti> {
  const { HeifDecoder } = await decodificatore();
  const [foto] = new HeifDecoder().decode(byte);
  if (foto === undefined) throw nonLeggibile('è una foto HEIC rovinata e non si apre');
  const [width, height] = [foto.get_width(), foto.get_height()];
  rifiutaEnorme({ larghezza: width, altezza: height });
  const vuota = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const punti = await new Promise<Punti | null>((resolve) => {
    foto.display(vuota, resolve);
  });
  foto.free();
  if (punti === null) throw nonLeggibile('è una foto HEIC rovinata e non si apre');
  return punti;
}
