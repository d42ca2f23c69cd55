import { svgPath } from '../../avvisi/codici/matrice.ts';
import type { DatiAvviso } from '../../avvisi/dati-avviso.ts';
import { simboloQr } from '../../avvisi/simboli.ts';

/** Light modules that a QR code needs around it. */
const MARGINE_QR = 4;

/** The notice as a page: the same data as the printed one, all of it text that can be read aloud and copied. */
export interface VistaAvviso extends DatiAvviso {
  /** The QR code as an SVG path of one unit a module, quiet zone included: no image file, no script. */
  readonly qr: { readonly lato: number; readonly disegno: string };
}

export function toVistaAvviso(dati: DatiAvviso): VistaAvviso {
  const { matrice } = simboloQr(dati, dati);
  return { ...dati, qr: { lato: matrice.lato + 2 * MARGINE_QR, disegno: svgPath(matrice, MARGINE_QR) } };
}
