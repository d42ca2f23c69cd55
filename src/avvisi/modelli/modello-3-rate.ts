import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { Compositore, type Pezzo } from '../stampa/compositore.ts';
import { Bilingue } from './bilingue.ts';
import { LATO_CODICE, MARGINE_QR } from './codici-avviso.ts';
import { disegnaColonna, type RataNumerata, type TestiColonna } from './colonna-rata.ts';
import { fascia, fondoCodice, GRIGIO_FASCIA, GRIGIO_TESTO } from './disegni.ts';
import { posteRate } from './geometria-poste.ts';
import { colonneRate, FASCIA_RATE } from './geometria-rate.ts';
import { testata3 } from './modello-3.ts';
import { drawFiligrana } from './simulazione.ts';
import { sfondoPoste, strisciaPoste } from './striscia-poste.ts';
import { TESTI_3_DE, TESTI_3_IT } from './testi-3.ts';

/** Instalments side by side; columns left over stay empty. */
export interface RigaRate {
  readonly colonne: 2 | 3;
  readonly rate: readonly RataNumerata[];
}

/** What the pages of a notice in instalments hold: the row under the whole amount on page 1, then page by page. */
export interface PagineRate3 {
  readonly prima: RigaRate | undefined;
  readonly seguenti: readonly (readonly RigaRate[])[];
}

/** Height of a row, band included, and where the row of page 1 starts below the model's. */
const PASSO = { 2: 90, 3: 83.5 } as const;
const GIU_PAGINA_1 = 162.9;
const RIGHE_MASSIME = { 2: 2, 3: 3 } as const;

/**
 * How the guide 3.x spreads instalments (PagoPA's own pagination): rows of two or of three, never both on a sheet. With a
 * postal account each row has a sheet of its own, its slips below; without one a row goes under the whole amount, the others
 * on further sheets.
 */
export function pagineRate3(rate: readonly Pagabile[], conPoste: boolean): PagineRate3 {
  const numerate = rate.map((rata, i) => ({ ...rata, numero: i + 1 }));
  const righe = conPoste ? rowsWithSlips(rate.length) : rowsWithout(rate.length);
  let da = 0;
  const piene = righe.map((colonne) => {
    const riga = { colonne, rate: numerate.slice(da, da + colonne) };
    da += colonne;
    return riga;
  });
  if (conPoste) return { prima: undefined, seguenti: piene.map((riga) => [riga]) };
  const [prima, ...altre] = piene;
  const seguenti: RigaRate[][] = [];
  for (const riga of altre) {
    const ultima = seguenti.at(-1);
    if (ultima === undefined || ultima.length === RIGHE_MASSIME[riga.colonne]) seguenti.push([riga]);
    else ultima.push(riga);
  }
  return { prima, seguenti };
}

function rowsWithSlips(quante: number): (2 | 3)[] {
  const note: Readonly<Record<number, (2 | 3)[]>> = {
    2: [2],
    3: [3],
    4: [2, 2],
    5: [2, 3],
    6: [3, 3],
    7: [3, 2, 2],
    8: [2, 3, 3],
  };
  return note[quante] ?? inThrees(quante);
}

function rowsWithout(quante: number): (2 | 3)[] {
  const note: Readonly<Record<number, (2 | 3)[]>> = {
    2: [2],
    3: [3],
    4: [2, 2],
    5: [2, 3],
    6: [2, 2, 2],
    7: [3, 2, 2],
    8: [2, 3, 3],
  };
  return note[quante] ?? inThrees(quante);
}

function inThrees(quante: number): 3[] {
  return Array.from({ length: Math.ceil(quante / 3) }, () => 3 as const);
}

/** The row under the whole amount on page 1. */
export function rigaPagina1(page: TaggedPage, dati: DatiAvviso, riga: RigaRate): void {
  disegnaRiga(page, dati, riga, GIU_PAGINA_1);
}

/** A further page: the heading, its rows, and the postal slips of its only row where there are any. */
export function paginaRateModello3(page: TaggedPage, dati: DatiAvviso, righe: readonly RigaRate[]): void {
  const c = new Compositore(page);
  const b = new Bilingue(c, dati.lingua ?? 'it');
  const conPoste = dati.ente.contoPostale !== undefined;
  const quante = righe[0]?.colonne ?? 2;
  const chiave = `3/rate ${conPoste} ${quante} ${dati.ente.reale}`;
  page.artifact(() => page.raw(page.document.drawing(chiave, (canvas) => sfondo(canvas, page.document, dati, quante))));
  page.fillGrey(GRIGIO_TESTO);
  testata3(c, b, dati);
  for (const [i, riga] of righe.entries()) {
    disegnaRiga(page, dati, riga, i * PASSO[riga.colonne]);
    if (!conPoste) continue;
    for (const [j, geometria] of posteRate(riga.colonne).entries()) {
      const rata = riga.rate[j];
      if (rata !== undefined) strisciaPoste(c, dati, rata, geometria, TESTI_3_IT.rata(rata.numero).toUpperCase());
    }
  }
}

function sfondo(canvas: Canvas, document: DocumentParts, dati: DatiAvviso, quante: 2 | 3): void {
  if (!dati.ente.reale) drawFiligrana(canvas, document);
  if (dati.ente.contoPostale === undefined) return;
  for (const geometria of posteRate(quante)) sfondoPoste(canvas, geometria);
}

function disegnaRiga(page: TaggedPage, dati: DatiAvviso, riga: RigaRate, giu: number): void {
  const c = new Compositore(page);
  const alto = FASCIA_RATE + giu;
  const colonne = colonneRate(riga.colonne, giu);
  page.artifact(() => {
    page.raw(
      page.document.drawing(`3/riga ${riga.colonne} ${giu}`, (canvas) => {
        fascia(canvas, alto, 8.2);
        for (const { qr } of colonne) fondoCodice(canvas, qr.x, qr.y, LATO_CODICE, MARGINE_QR - 0.5);
        canvas.stroke(GRIGIO_FASCIA, 1);
        for (let i = 1; i < riga.colonne; i++) {
          const x = (210 / riga.colonne) * i;
          canvas.line([x, alto + 8.2], [x, alto + PASSO[riga.colonne] - 5]);
        }
        canvas.fillGrey(GRIGIO_TESTO);
      }),
    );
    page.fillGrey(GRIGIO_TESTO);
  });
  for (const [i, rata] of riga.rate.entries()) {
    const colonna = colonne[i];
    if (colonna !== undefined) disegnaColonna(c, dati, rata, colonna, TESTI[dati.lingua ?? 'it']);
  }
}

const TESTI: Readonly<Record<'it' | 'it-de', TestiColonna>> = { it: testiColonna(false), 'it-de': testiColonna(true) };

/** In columns the second language stands after a stroke, in few words, for want of room. */
function testiColonna(bilingue: boolean): TestiColonna {
  const due = (italiano: string, tedesco: string): string => (bilingue ? `${italiano} / ${tedesco}` : italiano);
  const riga = (testo: string): Pezzo[] => [['normale', testo]];
  return {
    rata: (numero) => TESTI_3_IT.rata(numero),
    entroIl: due(TESTI_3_IT.entroIl, TESTI_3_DE.entroIl),
    euro: TESTI_3_IT.euro,
    destinatario: due(TESTI_3_IT.destinatario, TESTI_3_DE.destinatario),
    ente: bilingue ? 'Ente / Körperschaft' : TESTI_3_IT.ente,
    oggetto: bilingue ? 'Oggetto / Zahlungsgegenstand' : TESTI_3_IT.oggetto,
    cbill: TESTI_3_IT.cbill,
    codFiscaleEnte: bilingue ? 'Cod. Fisc. / Steuernr.' : TESTI_3_IT.codFiscaleEnte,
    codiceAvviso: due(TESTI_3_IT.avviso, TESTI_3_DE.avviso),
    istruzioni: () =>
      bilingue
        ? [riga('Inquadra il codice QR o usa i dati sopra.'), riga('QR-Code scannen oder obige Daten verwenden.')]
        : [riga('Inquadra il codice QR con la tua app di'), riga('pagamento o usa i dati sopra.')],
  };
}
