import { qrCode } from '../../avvisi/codici/qr-code.ts';
import type { Matrice } from '../../avvisi/codici/matrice.ts';
import type { DatiAvviso } from '../../avvisi/dati-avviso.ts';
import { buildQrAvviso } from '../../pagopa/identificativi/qr-avviso.ts';

const MARGINE_QR = 4;

/** The QR code as an SVG path of one unit a module, quiet zone included: no image file, no script. */
export interface VistaQr {
  readonly lato: number;
  readonly disegno: string;
}

/** The notice as a page: the same data as the printed one, all of it text that can be read aloud and copied. */
export interface VistaAvviso extends DatiAvviso {
  readonly qr: VistaQr;
}

export function toVistaAvviso(dati: DatiAvviso): VistaAvviso {
  const { codiceAvviso, importo, ente } = dati;
  const simbolo = qrCode(buildQrAvviso({ codiceAvviso, importo, codiceFiscaleEnte: ente.codiceFiscale }));
  return { ...dati, qr: { lato: simbolo.lato + 2 * MARGINE_QR, disegno: toSvgPath(simbolo) } };
}

/** One closed rectangle for each run of dark modules along a row. */
function toSvgPath({ lato, moduli }: Matrice): string {
  const tratti: string[] = [];
  for (let riga = 0; riga < lato; riga++) {
    for (let colonna = 0; colonna < lato; colonna++) {
      if (moduli[riga * lato + colonna] === 0) continue;
      const inizio = colonna;
      while (colonna < lato && moduli[riga * lato + colonna] === 1) colonna++;
      const lungo = colonna - inizio;
      tratti.push(`M${inizio + MARGINE_QR} ${riga + MARGINE_QR}h${lungo}v1h-${lungo}z`);
    }
  }
  return tratti.join('');
}
