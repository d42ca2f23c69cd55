import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { Compositore } from '../stampa/compositore.ts';
import { LATO_CODICE, MARGINE_QR } from './codici-avviso.ts';
import { disegnaColonna } from './colonna-rata.ts';
import { fascia, fondoCodice, GRIGIO_FASCIA, GRIGIO_TESTO } from './disegni.ts';
import { colonneRate, FASCIA_RATE } from './geometria-rate.ts';
import { posteRate } from './geometria-poste.ts';
import { numerate, type RataNumerata } from './rata-numerata.ts';
import { drawFiligrana } from './simulazione.ts';
import { sfondoPoste, strisciaPoste } from './striscia-poste.ts';
import { testata2018 } from './testata-2018.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/**
 * Two or three instalments a page, as few pages as possible (guide 2.2, 1.2): pages of three, and one or two of two where
 * three does not divide.
 */
export function pagineRate(rate: readonly Pagabile[]): readonly (readonly RataNumerata[])[] {
  const tutte = numerate(rate);
  const pagineDaDue = rate.length % 3 === 0 ? 0 : rate.length % 3 === 2 ? 1 : 2;
  const pagine: (readonly RataNumerata[])[] = [];
  for (let da = 0; da < tutte.length;) {
    const quante = pagine.length < pagineDaDue ? 2 : 3;
    pagine.push(tutte.slice(da, da + quante));
    da += quante;
  }
  return pagine;
}

/** Pages 2 and 3 of the 2018 edition: instalments side by side above, their postal strips below. */
export function paginaRateModello2018(page: TaggedPage, dati: DatiAvviso, rate: readonly RataNumerata[]): void {
  const c = new Compositore(page);
  const quante = rate.length === 2 ? 2 : 3;
  const conPoste = dati.ente.contoPostale !== undefined;
  const chiave = `2018/rate ${quante} ${conPoste} ${dati.ente.reale}`;
  page.artifact(() => page.raw(page.document.drawing(chiave, (canvas) => sfondo(canvas, page.document, dati, quante))));
  page.fillGrey(GRIGIO_TESTO);
  testata2018(c, dati, `Rate ${elenco(rate)} - ${dati.oggetto}`);
  page.tag('P', () => c.fisso(8, 11.27, 41.13, ['normale', T.porzioneRate]));
  for (const [i, colonna] of colonneRate(quante).entries()) {
    const rata = rate[i];
    if (rata !== undefined) disegnaColonna(c, dati, rata, colonna);
  }
  for (const [i, geometria] of posteRate(quante).entries()) {
    const rata = rate[i];
    if (rata !== undefined) {
      strisciaPoste(c, dati, rata, geometria, [
        ['nero', T.rata(rata.numero)],
        ['grassetto', ` ${T.entroIl} `],
      ]);
    }
  }
}

/** `1° e 2°`; `3°, 4° e 5°`. */
function elenco(rate: readonly RataNumerata[]): string {
  const numeri = rate.map(({ numero }) => `${numero}°`);
  return `${numeri.slice(0, -1).join(', ')} e ${numeri.at(-1)}`;
}

function sfondo(canvas: Canvas, document: DocumentParts, dati: DatiAvviso, quante: 2 | 3): void {
  const conPoste = dati.ente.contoPostale !== undefined;
  const strisce = conPoste ? posteRate(quante) : [];
  const fine = posteRate(quante)[0]?.alto ?? 0;
  fascia(canvas, FASCIA_RATE);
  for (let i = 1; i < quante; i++) {
    const x = (210 / quante) * i;
    canvas.stroke(1, 1);
    canvas.line([x, FASCIA_RATE], [x, FASCIA_RATE + 6.5]);
    canvas.stroke(GRIGIO_FASCIA, 1);
    canvas.line([x, FASCIA_RATE + 6.5], [x, fine]);
  }
  if (!dati.ente.reale) drawFiligrana(canvas, document);
  for (const { qr } of colonneRate(quante)) fondoCodice(canvas, qr.x, qr.y, LATO_CODICE, MARGINE_QR - 0.5);
  for (const geometria of strisce) sfondoPoste(canvas, geometria);
}
