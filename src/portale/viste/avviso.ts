import { LINGUE_AVVISO, NOMI_LINGUE } from '../../anagrafe/lingua-avviso.ts';
import { svgPath } from '../../avvisi/codici/matrice.ts';
import { FRASI_LAVORATORE, NOMI_LAVORATORE } from '../../avvisi/nome-lavoratore.ts';
import type { DatiAvviso } from '../../avvisi/dati-avviso.ts';
import { simboloQr } from '../../avvisi/simboli.ts';

/** The choices of who prints a notice otherwise than usual: none chosen is the usual one. */
export const scelteDellAvviso = {
  lingueDaRicordare: LINGUE_AVVISO.map((valore) => ({ valore, testo: NOMI_LINGUE[valore] })),
  lingue: [
    { valore: '', testo: 'La lingua abituale' },
    ...LINGUE_AVVISO.map((valore) => ({ valore, testo: NOMI_LINGUE[valore] })),
  ],
  nomiLavoratore: [
    { valore: '', testo: 'Come al solito' },
    ...NOMI_LAVORATORE.map((valore) => ({ valore, testo: FRASI_LAVORATORE[valore] })),
  ],
  edizioni: [
    { valore: '', testo: 'Quella in vigore' },
    { valore: '3', testo: '3, da febbraio 2022' },
    { valore: '2018', testo: '2018, solo in italiano' },
  ],
} as const;

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
