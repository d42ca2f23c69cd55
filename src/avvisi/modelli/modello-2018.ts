import { formatScadenza, oggettoPerEsteso, type DatiAvviso } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { Compositore } from '../stampa/compositore.ts';
import { disegnaQr, LATO_CODICE, MARGINE_QR } from './codici-avviso.ts';
import { dispositivi, fascia, fondoCodice, GRIGIO_TESTO, luoghi } from './disegni.ts';
import { POSTE_PAGINA_1 } from './geometria-poste.ts';
import { SIMULAZIONE, drawFiligrana } from './simulazione.ts';
import { sfondoPoste, strisciaPoste } from './striscia-poste.ts';
import { testata2018 } from './testata-2018.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

const DESTRA = 198.8;
const QR = { x: 63.2, y: 171.14 } as const;

/**
 * Page 1 of the 2018 edition (guide 2.2, December 2018, annex 1): zones a-e, and f when the creditor has a postal account.
 * All positions are those measured on the model, in millimetres.
 */
export function pagina1Modello2018(page: TaggedPage, dati: DatiAvviso): void {
  const c = new Compositore(page);
  const conPoste = dati.ente.contoPostale !== undefined;
  const chiave = `2018/1 ${conPoste} ${dati.ente.reale}`;
  page.artifact(() => page.raw(page.document.drawing(chiave, (canvas) => sfondo(canvas, page.document, dati))));
  page.fillGrey(GRIGIO_TESTO);
  testata2018(c, dati, oggettoPerEsteso(dati));
  soggetti(c, dati);
  quantoQuando(c, dati);
  dovePagare(c, conPoste);
  page.tag('P', () =>
    c.fisso(12, 11.07, 152.26, ['normale', dati.rate === undefined ? T.porzione : T.porzioneConRate]),
  );
  banche(c, dati);
  strisciaPoste(c, dati, dati, POSTE_PAGINA_1, [
    ['nero', T.rataUnica],
    ['grassetto', ` ${T.entroIl} `],
  ]);
}

function sfondo(canvas: Canvas, document: DocumentParts, dati: DatiAvviso): void {
  fascia(canvas, 44.17);
  fascia(canvas, 92.58, 6.7);
  fascia(canvas, 155.49);
  canvas.stroke(1, 1);
  canvas.line([105, 44.21], [105, 50.63]);
  canvas.line([105, 92.9], [105, 99.32]);
  if (!dati.ente.reale) drawFiligrana(canvas, document);
  dispositivi(canvas);
  luoghi(canvas);
  fondoCodice(canvas, QR.x, QR.y, LATO_CODICE, MARGINE_QR);
  if (dati.ente.contoPostale !== undefined) sfondoPoste(canvas, POSTE_PAGINA_1);
  canvas.stroke(0.694, 0.75);
  canvas.line([0, 288.59], [210, 288.59]);
}

/** Zone c: who is paid and who pays. */
function soggetti(c: Compositore, dati: DatiAvviso): void {
  const { page } = c;
  const { ente, destinatario } = dati;
  const area = (larghezza: number, righe: number, corpo: number) => ({ larghezza, righe, corpo, corpoMinimo: 7 });
  page.tag('H2', () => c.fisso(10, 10.7, 48.67, ['grassetto', T.enteCreditore]));
  page.tag('P', () => {
    c.fisso(8, 42.44, 48.32, ['normale', T.codFiscale]);
    c.fisso(8, 59.41, 48.34, ['codice', ente.codiceFiscale]);
  });
  page.tag('P', () =>
    c.areaFissa('grassetto', 11.09, 60.66, ente.denominazione, area(86.5, 2, 11.5), 'ente creditore'),
  );
  page.tag('P', () => c.areaFissa('normale', 11.09, 71.6, ente.settore, area(86.5, 2, 11.5), 'settore dell’ente'));
  page.tag('P', () => c.areaFissa('normale', 11.17, 81.31, ente.info, area(86.5, 3, 8), 'informazioni dell’ente'));
  page.tag('H2', () => c.fisso(10, 112.69, 48.67, ['grassetto', T.destinatarioAvviso]));
  page.tag('P', () => {
    c.fisso(8, 153.27, 48.31, ['normale', T.codFiscale]);
    c.valore('codice', 8, 169.68, 48.33, destinatario.codiceFiscale);
  });
  page.tag('P', () =>
    c.area('grassetto', 112.69, 60.66, destinatario.nome, area(85.76, 2, 12), 'nome del destinatario'),
  );
  page.tag('P', () =>
    c.area('normale', 112.69, 71.66, destinatario.indirizzo, area(85.76, 3, 12), 'indirizzo del destinatario'),
  );
}

/** Zone d, left half. */
function quantoQuando(c: Compositore, dati: DatiAvviso): void {
  const { page } = c;
  const rate = dati.rate?.length ?? 0;
  page.tag('H2', () => c.fisso(10, 10.4, 97.33, ['grassetto', T.quantoQuando]));
  if (rate > 0) page.tag('P', () => c.fisso(8, 59.41, 97.21, ['normale', T.pagamentoRateale]));
  page.tag('P', () => {
    let x = c.valore('grassetto', 16, 11.51, 112.21, `${formatEuroItaliano(dati.importo)} `);
    x = c.valore('grassetto', 16, x + 1.5, 112.21, `${T.euro} `);
    x = c.valore('grassetto', 8, x + 0.5, 112.25, `${T.entroIl} `);
    c.valore('grassetto', 16, x + 1, 112.21, formatScadenza(dati));
  });
  page.tag('P', () => c.paragrafo(8, 11.45, 118.5, rate > 0 ? T.unicaRataORate(rate) : T.unicaRata, 3.39));
  page.tag('P', () => c.paragrafo(8, 11.45, 128.9, T.importoAggiornato, 3.387));
}

/** Zone d, right half. */
function dovePagare(c: Compositore, conPoste: boolean): void {
  const { page } = c;
  page.tag('H2', () => c.fisso(10, 112.12, 97.2, ['grassetto', T.dovePagare]));
  page.tag('P', () => c.fisso(8, 136.37, 97.33, ...T.listaCanali));
  page.tag('H3', () => c.fisso(10, 112.66, 110.08, ['grassetto', T.sito]));
  page.tag('P', () => c.paragrafo(8, 112.66, 114.32, T.canaliOnline(conPoste), 3.385));
  page.tag('H3', () => c.fisso(10, 112.44, 128.42, ['grassetto', T.territorio]));
  page.tag('P', () => c.paragrafo(8, 112.44, 132.49, T.canaliTerritorio, 3.39));
}

/** Zone e: what banks and other channels need. */
function banche(c: Compositore, dati: DatiAvviso): void {
  const { page } = c;
  page.tag('H2', () => c.fisso(10, 10.98, 160.15, ['grassetto', T.banche]));
  if (!dati.ente.reale) page.tag('P', () => c.fisso(9, 86, 160.15, ['grassetto', SIMULAZIONE.fascia]));
  page.tag('P', () => {
    c.fisso(10, 147.12, 160.15, ['nero', T.rataUnica], ['grassetto', ` ${T.entroIl} `]);
    c.valoreADestra('grassetto', 10, DESTRA, 160.15, formatScadenza(dati));
  });
  page.tag('P', () => c.paragrafo(9, 10.78, 173.63, T.quiAccanto, 3.81));
  disegnaQr(page, dati, dati, QR.x, QR.y);
  campiBanche(c, dati);
  page.tag('P', () => {
    c.fisso(10, 162.52, 173.64, ['normale', `${T.euro} `]);
    c.valoreADestra('codiceGrassetto', 12, DESTRA, 173.89, formatEuroItaliano(dati.importo));
  });
  page.tag('P', () => {
    c.fisso(8, 93.94, 191.76, ['normale', `${T.cbill} `]);
    c.fisso(10, 93.94, 195.75, ['codiceGrassetto', dati.ente.cbill]);
  });
  page.tag('P', () => {
    c.fisso(8, 114.5, 191.76, ['normale', `${T.codiceAvviso} `]);
    c.valore('codiceGrassetto', 10, 114.5, 195.75, formatCodiceAvviso(dati.codiceAvviso));
  });
  page.tag('P', () => {
    c.fisso(8, 166.98, 191.76, ['normale', `${T.codFiscaleEnte} `]);
    c.valoreADestra('codiceGrassetto', 10, DESTRA, 195.75, dati.ente.codiceFiscale);
  });
}

function campiBanche(c: Compositore, dati: DatiAvviso): void {
  const area = (larghezza: number) => ({ larghezza, righe: 1, corpo: 8, corpoMinimo: 5 });
  c.page.tag('P', () => {
    c.fisso(8, 93.94, 173.29, ['normale', T.destinatario]);
    c.area('grassetto', 112.81, 173.45, dati.destinatario.nome, area(48), 'nome del destinatario');
  });
  c.page.tag('P', () => {
    c.fisso(8, 93.94, 178.46, ['normale', T.ente]);
    c.areaFissa('grassetto', 112.66, 178.51, dati.ente.denominazione, area(86), 'ente creditore');
  });
  c.page.tag('P', () => {
    c.fisso(8, 93.94, 183.5, ['normale', T.oggetto]);
    c.area('grassetto', 123.33, 183.54, dati.oggetto, area(75.4), 'oggetto del pagamento');
  });
}
