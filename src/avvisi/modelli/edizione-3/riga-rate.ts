import type { DatiAvviso } from '../../dati-avviso.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { LATO_CODICE, MARGINE_QR } from '../codici-avviso.ts';
import { fondoCodice } from '../disegni.ts';
import { colonnaRata, qrColonna, type PostoColonna } from './colonna-rata.ts';
import { fasciaRata } from './fasce.ts';
import { COLONNE, PRIMA_DEI_TESTI, type GeometriaColonna } from './geometria-colonne.ts';
import type { RigaRate } from './paginazione.ts';
import type { Parole } from './parole.ts';

/** A row of instalments; `y` is the top of its bands. */
export function disegnaRiga(
  c: Compositore,
  parole: Parole,
  dati: DatiAvviso,
  riga: RigaRate,
  { y, g }: { readonly y: number; readonly g: GeometriaColonna },
): void {
  const { larghezza, fascia } = COLONNE[riga.colonne];
  const posti = riga.rate.map((_, i): PostoColonna => ({ x: COLONNE[riga.colonne].x[i] ?? 0, y, larghezza, g }));
  const { page } = c;
  page.artifact(() => {
    const chiave = `3/riga ${riga.colonne} ${riga.rate.length} ${y} ${g.qr}`;
    page.raw(
      page.document.drawing(chiave, (canvas) => {
        for (const posto of posti) {
          fasciaRata(canvas, posto.x - PRIMA_DEI_TESTI, y, fascia);
          const qr = qrColonna(posto);
          fondoCodice(canvas, qr.x, qr.y, LATO_CODICE, MARGINE_QR);
        }
        canvas.fillGrey(0);
      }),
    );
  });
  for (const [i, rata] of riga.rate.entries()) {
    const posto = posti[i];
    if (posto !== undefined) colonnaRata(c, parole, dati, rata, posto);
  }
}
