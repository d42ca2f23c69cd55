import type { DatiAvviso } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { Compositore } from '../stampa/compositore.ts';
import { Bilingue } from './bilingue.ts';
import { disegnaQr, LATO_CODICE, MARGINE_QR } from './codici-avviso.ts';
import { fascia, fondoCodice, GRIGIO_TESTO } from './disegni.ts';
import { POSTE_PAGINA_1, type GeometriaPoste } from './geometria-poste.ts';
import { drawFiligrana, SIMULAZIONE } from './simulazione.ts';
import { sfondoPoste, strisciaPoste } from './striscia-poste.ts';
import { TESTI_3_IT as T, type Testi3 } from './testi-3.ts';

/** Margins of the 3.x edition, and what its own generator prints where: millimetres. */
const SINISTRA = 10.05;
const META = 110;
const DESTRA = 199.95;
const QR = { x: SINISTRA, y: 154.78 } as const;
const POSTE: GeometriaPoste = { ...POSTE_PAGINA_1, alto: 206 };

/**
 * Page 1 of the 3.x edition (guide 3.0, February 2022): heading, who is paid and who pays, how much and where, the data of the
 * whole amount, and the postal strip when the creditor has a postal account. Places are those of PagoPA's own generator where
 * they were measured, else multiples of the guide's spacing.
 */
export function pagina1Modello3(page: TaggedPage, dati: DatiAvviso): void {
  const c = new Compositore(page);
  const b = new Bilingue(c, dati.lingua ?? 'it');
  const chiave = `3/1 ${dati.ente.contoPostale !== undefined} ${dati.ente.reale}`;
  page.artifact(() => page.raw(page.document.drawing(chiave, (canvas) => sfondo(canvas, page.document, dati))));
  page.fillGrey(GRIGIO_TESTO);
  testata3(c, b, dati);
  soggetti(c, b, dati);
  quantoQuando(c, b, dati);
  dovePagare(b);
  datiPagamento(c, b, dati);
  strisciaPoste(c, dati, dati, POSTE, T.rataUnica.toUpperCase());
}

function sfondo(canvas: Canvas, document: DocumentParts, dati: DatiAvviso): void {
  for (const y of [43.92, 88.5, 142.3]) fascia(canvas, y, 8.2);
  if (!dati.ente.reale) drawFiligrana(canvas, document);
  fondoCodice(canvas, QR.x, QR.y, LATO_CODICE, MARGINE_QR);
  if (dati.ente.contoPostale !== undefined) sfondoPoste(canvas, POSTE);
}

/** Module 1, on every page: what the notice is, what for, and from whom. */
export function testata3(c: Compositore, b: Bilingue, dati: DatiAvviso): void {
  const { page } = c;
  page.artifact(() => {
    c.fisso(9.5, SINISTRA, 14.6, ['nero', 'pagoPA']);
    const area = { larghezza: 29.9, righe: 5, corpo: 13, corpoMinimo: 8 };
    c.areaFissa('grassetto', 170.13, 14.6, dati.ente.denominazione, area, 'ente creditore');
  });
  b.etichetta('H1', 'grassetto', 10, 24, 14.6, (t) => t.titolo);
  const area = { larghezza: 150, righe: 2, corpo: 16, corpoMinimo: 11 };
  page.tag('P', () => c.area('grassetto', SINISTRA, 25.5, dati.oggetto, area, 'oggetto del pagamento'));
  if (!dati.ente.reale) b.etichetta('P', 'grassetto', 9, SINISTRA, 39.2, (t) => t.simulazione);
}

/** Module 2. */
function soggetti(c: Compositore, b: Bilingue, dati: DatiAvviso): void {
  const { page } = c;
  const { ente, destinatario } = dati;
  const area = (righe: number, corpo: number) => ({ larghezza: 88, righe, corpo, corpoMinimo: 7 });
  const meta = (x: number, titolo: (t: Testi3) => string, codice: string): void => {
    b.etichetta('H2', 'grassetto', 10, x, 49.2, titolo);
    page.tag('P', () => {
      c.fisso(8, x + 46, 49.2, ['normale', `${T.codFiscale} `]);
      c.valore('codice', 8, x + 62, 49.2, codice);
    });
  };
  meta(SINISTRA, (t) => t.ente, ente.codiceFiscale);
  page.tag('P', () => c.areaFissa('grassetto', SINISTRA, 60, ente.denominazione, area(2, 14), 'ente creditore'));
  page.tag('P', () => c.areaFissa('normale', SINISTRA, 73, ente.settore, area(1, 12), 'settore dell’ente'));
  page.tag('P', () => c.areaFissa('normale', SINISTRA, 79, ente.info, area(2, 8), 'informazioni dell’ente'));
  meta(META, (t) => t.destinatario, destinatario.codiceFiscale);
  page.tag('P', () => c.area('grassetto', META, 60, destinatario.nome, area(2, 14), 'nome del destinatario'));
  page.tag('P', () => c.area('normale', META, 73, destinatario.indirizzo, area(3, 12), 'indirizzo del destinatario'));
}

/** Module 3.1. */
function quantoQuando(c: Compositore, b: Bilingue, dati: DatiAvviso): void {
  b.etichetta('H2', 'grassetto', 10, SINISTRA, 93.7, (t) => t.quantoQuando);
  c.page.tag('P', () => {
    let x = c.valore('codiceGrassetto', 16, SINISTRA, 104.5, `${formatEuroItaliano(dati.importo)} `);
    x = c.valore('grassetto', 16, x, 104.5, `${T.euro} `);
    x = c.valore('normale', 10, x + 1, 104.5, `${T.entroIl} `);
    c.valore('grassetto', 16, x, 104.5, formatGiornoItaliano(dati.scadenza));
  });
  const quante = dati.rate?.length ?? 0;
  const base = quante === 0 ? 110.5 : b.paragrafo(SINISTRA, 110.5, 88, 9, (t) => `${t.rate(quante)}.`) + 0.5;
  b.paragrafo(SINISTRA, base, 88, 8, (t) => t.importoAggiornato);
}

/** Module 3.2. */
function dovePagare(b: Bilingue): void {
  b.etichetta('H2', 'grassetto', 10, META, 93.7, (t) => t.dovePagare);
  b.etichetta('P', 'normale', 8, META + 46, 93.7, (t) => t.cta);
  b.etichetta('H3', 'grassetto', 10, META, 102, (t) => t.appIo);
  const base = b.paragrafo(META, 107.8, 88, 8, (t) => t.appIoTesto);
  b.etichetta('H3', 'grassetto', 10, META, base + 1.6, (t) => t.territorio);
  b.paragrafo(META, base + 7.4, 88, 8, (t) => t.territorioTesto);
}

/** Module 4: the whole amount. */
function datiPagamento(c: Compositore, b: Bilingue, dati: DatiAvviso): void {
  const { page } = c;
  b.etichetta('H2', 'grassetto', 10, SINISTRA, 147.5, (t) => t.datiPagamento);
  if (!dati.ente.reale) page.tag('P', () => c.fisso(9, 80, 147.5, ['grassetto', SIMULAZIONE.fascia]));
  b.etichetta('P', 'nero', 10, 142, 147.5, (t) => t.rataUnica);
  page.tag('P', () => {
    c.fisso(10, 164, 147.5, ['grassetto', `${T.entroIl} `]);
    c.valoreADestra('grassetto', 10, DESTRA, 147.5, formatGiornoItaliano(dati.scadenza));
  });
  disegnaQr(page, dati, dati, QR.x, QR.y);
  b.paragrafo(SINISTRA, 184.5, 60, 8, (t) => t.inquadraAccanto);
  campi(c, b, dati);
}

function campi(c: Compositore, b: Bilingue, dati: DatiAvviso): void {
  const { page } = c;
  const area = (larghezza: number) => ({ larghezza, righe: 1, corpo: 10, corpoMinimo: 6 });
  b.etichetta('P', 'normale', 8, 80, 156.5, (t) => t.destinatario);
  page.tag('P', () => c.area('grassetto', 112, 156.5, dati.destinatario.nome, area(50), 'nome del destinatario'));
  b.etichetta('P', 'normale', 8, 80, 164, (t) => t.ente);
  page.tag('P', () => c.areaFissa('grassetto', 112, 164, dati.ente.denominazione, area(88), 'ente creditore'));
  b.etichetta('P', 'normale', 8, 80, 171.5, (t) => t.oggetto);
  page.tag('P', () => c.area('grassetto', 112, 171.5, dati.oggetto, area(88), 'oggetto del pagamento'));
  page.tag('P', () => {
    c.fisso(10, 165, 156.5, ['normale', `${T.euro} `]);
    c.valoreADestra('codiceGrassetto', 12, DESTRA, 156.5, formatEuroItaliano(dati.importo));
  });
  b.etichetta('P', 'normale', 8, 80, 183, (t) => t.cbill);
  page.tag('P', () => c.fisso(10, 80, 191, ['codiceGrassetto', dati.ente.cbill]));
  b.etichetta('P', 'normale', 8, 105, 183, (t) => t.avviso);
  page.tag('P', () => c.valore('codiceGrassetto', 10, 105, 191, formatCodiceAvviso(dati.codiceAvviso)));
  b.etichetta('P', 'normale', 8, 165, 183, (t) => t.codFiscaleEnte);
  page.tag('P', () => c.fisso(10, 165, 191, ['codiceGrassetto', dati.ente.codiceFiscale]));
}
