import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { Compositore } from '../stampa/compositore.ts';
import { disegnaQr, LATO_CODICE, MARGINE_QR } from './codici-avviso.ts';
import { fascia, fondoCodice, GRIGIO_FASCIA, GRIGIO_TESTO } from './disegni.ts';
import { colonneRate, FASCIA_RATE, type ColonnaRata } from './geometria-rate.ts';
import { posteRate } from './geometria-poste.ts';
import { drawFiligrana, SIMULAZIONE } from './simulazione.ts';
import { sfondoPoste, strisciaPoste } from './striscia-poste.ts';
import { testata2018 } from './testata-2018.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/** An instalment with its number, from 1. */
export interface RataNumerata extends Pagabile {
  readonly numero: number;
}

/**
 * Two or three instalments a page, as few pages as possible (guide 2.2, 1.2): pages of three, and one or two of two where
 * three does not divide.
 */
export function pagineRate(rate: readonly Pagabile[]): readonly (readonly RataNumerata[])[] {
  const numerate = rate.map((rata, i) => ({ ...rata, numero: i + 1 }));
  const pagineDaDue = rate.length % 3 === 0 ? 0 : rate.length % 3 === 2 ? 1 : 2;
  const pagine: RataNumerata[][] = [];
  for (let da = 0; da < numerate.length;) {
    const quante = pagine.length < pagineDaDue ? 2 : 3;
    pagine.push(numerate.slice(da, da + quante));
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
    if (rata !== undefined) strisciaPoste(c, dati, rata, geometria, T.rata(rata.numero));
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

/** What banks need for one instalment. */
function disegnaColonna(c: Compositore, dati: DatiAvviso, rata: RataNumerata, g: ColonnaRata): void {
  const { page } = c;
  page.tag('H2', () => {
    if (g.banche !== undefined) c.fisso(10, g.banche, 48.19, ['grassetto', `${T.bancheBreve} `]);
    c.fisso(10, g.rata, 48.19, ['nero', T.rata(rata.numero)], ['grassetto', ` ${T.entroIl} `]);
    c.valore('grassetto', 10, g.data, 48.19, formatGiornoItaliano(rata.scadenza));
  });
  disegnaQr(page, dati, rata, g.qr.x, g.qr.y);
  page.tag('P', () => {
    c.fisso(10, g.euro.x, g.euro.y, ['normale', `${T.euro} `]);
    c.valore('codiceGrassetto', g.importo.corpo, g.importo.x, g.importo.y, formatEuroItaliano(rata.importo));
  });
  testiColonna(c, dati, g);
  page.tag('P', () => {
    c.fisso(8, g.cbill.x, g.cbill.y, ['normale', `${T.cbill} `]);
    c.fisso(10, g.cbill.x, g.cbill.y + 4.2, ['codiceGrassetto', dati.ente.cbill]);
  });
  page.tag('P', () => {
    c.fisso(8, g.codFiscale.x, g.codFiscale.y, ['normale', `${T.codFiscaleEnte} `]);
    c.fisso(10, g.codFiscale.x, g.codFiscale.y + 4.2, ['codiceGrassetto', dati.ente.codiceFiscale]);
  });
  page.tag('P', () => {
    c.fisso(8, g.avviso.x, g.avviso.y, ['normale', `${T.codiceAvviso} `]);
    c.valore('codiceGrassetto', 10, g.avviso.x, g.avviso.y + 4.36, formatCodiceAvviso(rata.codiceAvviso));
  });
  const { x, y, corpo, passo } = g.quiSopra;
  page.tag('P', () => c.paragrafo(corpo, x, y, corpo === 7 ? T.quiSopraInTre : T.quiSopraInDue, passo));
  if (!dati.ente.reale) {
    page.tag('P', () => c.fisso(8, x, g.simulazione, ['grassetto', SIMULAZIONE.fascia]));
  }
}

function testiColonna(c: Compositore, dati: DatiAvviso, g: ColonnaRata): void {
  const { page } = c;
  const area = (larghezza: number, righe: number) => ({ larghezza, righe, corpo: 8, corpoMinimo: 5 });
  const { destinatario } = g;
  if (destinatario !== undefined) {
    page.tag('P', () => {
      c.fisso(8, destinatario.x, destinatario.y, ['normale', T.destinatarioDellAvviso]);
      c.area(
        'grassetto',
        destinatario.x,
        destinatario.y + 4.09,
        dati.destinatario.nome,
        area(g.larghezza, 1),
        'nome del destinatario',
      );
    });
  }
  page.tag('P', () => {
    c.fisso(8, g.ente.x, g.ente.y, ['normale', T.ente]);
    c.areaFissa(
      'grassetto',
      g.ente.x,
      g.ente.y + g.ente.passo,
      dati.ente.denominazione,
      area(g.larghezza, g.ente.righe),
      'ente creditore',
    );
  });
  page.tag('P', () => {
    c.fisso(8, g.oggetto.x, g.oggetto.y, ['normale', T.oggetto]);
    c.area(
      'grassetto',
      g.oggetto.x,
      g.oggetto.y + g.oggetto.passo,
      dati.oggetto,
      area(g.oggetto.larghezza, 1),
      'oggetto del pagamento',
    );
  });
}
