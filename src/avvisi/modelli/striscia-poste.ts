import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { Compositore, Pezzo } from '../stampa/compositore.ts';
import { disegnaDataMatrix, LATO_CODICE, MARGINE_DATA_MATRIX } from './codici-avviso.ts';
import { angoli, fascia, fondoCodice, GRIGIO_TESTO, riquadroEuro, taglio } from './disegni.ts';
import { SIMULAZIONE } from './simulazione.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/** Where the strip's parts are, from its cut line; the three pages of the model differ by some millimetres. */
export interface GeometriaPoste {
  /** Cut line and top of the band. */
  readonly y: number;
  readonly conto: number;
  readonly intestato: number;
  readonly destinatario: number;
  readonly oggetto: number;
  readonly codici: number;
  readonly marchio: number;
  readonly paragrafo: number;
  readonly autorizzazione: number;
  readonly dataMatrix: number;
}

/** Page 1 of the model. */
export const POSTE_PAGINA_1: GeometriaPoste = {
  y: 205.53,
  conto: 23.6,
  intestato: 34.6,
  destinatario: 41.25,
  oggetto: 47.2,
  codici: 54.98,
  marchio: 24.6,
  paragrafo: 45.04,
  autorizzazione: 59.67,
  dataMatrix: 34.76,
};

const SINISTRA = 11.06;
const CENTRO = 63.44;
const DESTRA = 198.8;
const DESTRA_CF = 160.81;
const X_DATA_MATRIX = 173.27;

/** What of the strip is on every page: band, cut line, boxes. */
export function sfondoPoste(canvas: Canvas, g: GeometriaPoste): void {
  fascia(canvas, g.y);
  taglio(canvas, g.y);
  riquadroEuro(canvas, CENTRO - 0.04, g.y + g.conto - 4.75);
  angoli(canvas, X_DATA_MATRIX, g.y + g.dataMatrix);
  fondoCodice(canvas, X_DATA_MATRIX, g.y + g.dataMatrix, LATO_CODICE, MARGINE_DATA_MATRIX);
  canvas.fillGrey(GRIGIO_TESTO);
}

/** The *Bollettino Postale PA* of one payable. `rata` is the band's right text before the date. */
export function strisciaPoste(
  c: Compositore,
  dati: DatiAvviso,
  pagabile: Pagabile,
  g: GeometriaPoste,
  rata: string,
): void {
  const conto = dati.ente.contoPostale;
  if (conto === undefined) return;
  intestazione(c, dati, pagabile, g, rata);
  const { page } = c;
  page.tag('P', () => {
    c.fisso(10, 72.81, g.y + g.conto - 0.2, ['normale', T.sulConto]);
    c.fisso(12, 87.57, g.y + g.conto, ['codiceGrassetto', conto.numero]);
  });
  page.tag('P', () => {
    c.fisso(10, 162.52, g.y + g.conto - 0.34, ['normale', `${T.euro} `]);
    c.valoreADestra('codiceGrassetto', 12, DESTRA, g.y + g.conto - 0.1, formatEuroItaliano(pagabile.importo));
  });
  campi(c, dati, g, conto.intestatario);
  codici(c, dati, pagabile, g);
  page.tag('P', () => c.paragrafo(8, SINISTRA, g.y + g.paragrafo, T.pagabilePoste, 3.39));
  page.tag('P', () => autorizzazione(c, g, conto.autorizzazione));
  disegnaDataMatrix(page, dati, pagabile, X_DATA_MATRIX, g.y + g.dataMatrix);
}

function intestazione(c: Compositore, dati: DatiAvviso, pagabile: Pagabile, g: GeometriaPoste, rata: string): void {
  const { page } = c;
  const y = g.y + 4.5;
  page.tag('H2', () => c.fisso(10, 11.02, y, ['grassetto', T.bollettino]));
  page.tag('P', () => c.fisso(9, CENTRO - 0.24, y, ['normale', 'Banco'], ['grassetto', 'Posta']));
  if (!dati.ente.reale) page.tag('P', () => c.fisso(9, 86, y, ['grassetto', SIMULAZIONE.fascia]));
  page.tag('P', () => {
    c.fisso(10, 147.12, y, ['nero', rata], ['grassetto', ` ${T.entroIl} `]);
    c.valoreADestra('grassetto', 10, DESTRA, y, formatGiornoItaliano(pagabile.scadenza));
  });
  page.artifact(() => {
    c.fisso(17, SINISTRA, g.y + g.marchio, ['grassetto', 'Poste'], ['normale', ' Italiane']);
    c.fisso(8, SINISTRA, g.y + g.marchio + 6, ['normale', 'Circuito bollettino postale BancoPosta']);
    c.page.raw('1 g\n');
    c.fisso(17, CENTRO + 1.7, g.y + g.conto + 0.8, ['grassetto', '€']);
    c.page.raw(`${GRIGIO_TESTO} g\n`);
  });
}

function campi(c: Compositore, dati: DatiAvviso, g: GeometriaPoste, intestatario: string): void {
  const riga = (y: number, etichetta: Pezzo, x: number, disegna: (larghezza: number) => void): void =>
    c.page.tag('P', () => {
      c.fisso(8, CENTRO, y - 0.1, etichetta);
      disegna(163.66 - x);
    });
  const area = (larghezza: number) => ({ larghezza, righe: 1, corpo: 8, corpoMinimo: 5 });
  riga(g.y + g.intestato, ['normale', T.intestato], 77.43, (w) =>
    c.areaFissa('grassetto', 77.43, g.y + g.intestato, intestatario, area(w), 'intestatario del conto postale'),
  );
  riga(g.y + g.destinatario, ['normale', T.destinatario], 81.36, (w) =>
    c.area('grassetto', 81.36, g.y + g.destinatario, dati.destinatario.nome, area(w), 'nome del destinatario'),
  );
  riga(g.y + g.oggetto, ['normale', T.oggettoPoste], 88.9, (w) =>
    c.area('grassetto', 88.9, g.y + g.oggetto, dati.oggetto, area(w), 'oggetto del pagamento'),
  );
}

function codici(c: Compositore, dati: DatiAvviso, pagabile: Pagabile, g: GeometriaPoste): void {
  const [alto, basso] = [g.y + g.codici, g.y + g.codici + 4];
  c.page.tag('P', () => {
    c.fisso(8, CENTRO, alto, ['normale', `${T.codiceAvviso} `]);
    c.valore('codiceGrassetto', 10, CENTRO, basso, formatCodiceAvviso(pagabile.codiceAvviso));
  });
  c.page.tag('P', () => {
    c.fisso(8, 115.95, alto, ['normale', `${T.tipo} `]);
    c.fisso(10, 116.3, basso, ['codiceGrassetto', 'P1']);
  });
  c.page.tag('P', () => {
    c.fisso(8, 129.49, alto, ['normale', `${T.codFiscaleEnte} `]);
    c.valoreADestra('codiceGrassetto', 10, DESTRA_CF, basso, dati.ente.codiceFiscale);
  });
}

/** Six points, 70% black (guide 2.2, annex 2). */
function autorizzazione(c: Compositore, g: GeometriaPoste, testo: string): void {
  c.page.raw('0.3 g\n');
  const area = { larghezza: 46, righe: 1, corpo: 6, corpoMinimo: 4 };
  c.areaFissa('normale', SINISTRA - 0.14, g.y + g.autorizzazione, testo, area, 'autorizzazione di Poste');
  c.page.raw(`${GRIGIO_TESTO} g\n`);
}
