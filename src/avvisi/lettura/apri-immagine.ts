import { loadImage } from '@napi-rs/canvas';
import { puntiDellaFoto } from './heic.ts';
import { immagineSuCarta, puntiSuCarta, type Punti } from './immagine.ts';
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

function rovinata(): never {
  throw nonLeggibile('l’immagine è rovinata e non si apre');
}
