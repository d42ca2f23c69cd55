import { formatScadenza, type DatiAvviso, type Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import type { Canvas } from '../pdf/canvas.ts';
import type { Compositore, Pezzo } from '../stampa/compositore.ts';
import { disegnaDataMatrix, MARGINE_DATA_MATRIX } from './codici-avviso.ts';
import { angoli, busta, fascia, fondoCodice, GRIGIO_TESTO, riquadroEuro, taglio } from './disegni.ts';
import type { GeometriaPoste } from './geometria-poste.ts';
import { SIMULAZIONE } from './simulazione.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/** Two lines of 6 points, first baseline to last. */
const ALTEZZA_CAMPO = 2.6;

/** What of the strip is on every page: band, cut line, boxes. */
export function sfondoPoste(canvas: Canvas, g: GeometriaPoste): void {
  fascia(canvas, g.alto);
  taglio(canvas, g.alto);
  riquadroEuro(canvas, g.x.centro - 0.04, g.alto + g.y.conto - 4.75);
  const [x, y] = [g.x.dataMatrix, g.alto + g.y.dataMatrix];
  angoli(canvas, { ...g.angoli, x: x - g.angoli.dx, y: y - g.angoli.dy });
  fondoCodice(canvas, x, y, g.latoDataMatrix, MARGINE_DATA_MATRIX);
  if (g.busta !== undefined) busta(canvas, g.busta.x, g.alto + g.busta.y, g.busta.raggio);
  canvas.fillGrey(GRIGIO_TESTO);
}

/** The *Bollettino Postale PA* of one payable. `rata`: what the band says at its right, before the date. */
export function strisciaPoste(
  c: Compositore,
  dati: DatiAvviso,
  pagabile: Pagabile,
  g: GeometriaPoste,
  rata: readonly Pezzo[],
): void {
  const conto = dati.ente.contoPostale;
  if (conto === undefined) return;
  intestazione(c, dati, g);
  c.page.tag('P', () => scadenza(c, pagabile, g, rata));
  const { page } = c;
  const y = g.alto + g.y.conto;
  page.tag('P', () => {
    c.fisso(10, g.x.conto, y - 0.2, ['normale', T.sulConto]);
    c.fisso(12, g.x.numero, y, ['codiceGrassetto', conto.numero]);
  });
  page.tag('P', () => {
    c.fisso(10, g.x.euro, y - 0.3, ['normale', `${T.euro} `]);
    c.valoreADestra('codiceGrassetto', 12, g.x.destra, y - 0.1, formatEuroItaliano(pagabile.importo));
  });
  campi(c, dati, g, conto.intestatario);
  codici(c, dati, pagabile, g);
  page.tag('P', () => c.paragrafo(8, g.x.sinistra, g.alto + g.y.paragrafo, T.pagabilePoste, g.passo));
  page.tag('P', () => autorizzazione(c, g, conto.autorizzazione));
  disegnaDataMatrix(page, dati, pagabile, { x: g.x.dataMatrix, y: g.alto + g.y.dataMatrix, lato: g.latoDataMatrix });
}

function intestazione(c: Compositore, dati: DatiAvviso, g: GeometriaPoste): void {
  const { page } = c;
  const y = g.alto + g.y.titolo;
  page.tag('H2', () => c.fisso(10, g.x.titolo, y, ['grassetto', T.bollettino]));
  page.tag('P', () => c.fisso(9, g.x.centro - 0.24, y, ['normale', 'Banco'], ['grassetto', 'Posta']));
  if (!dati.ente.reale) page.tag('P', () => c.fisso(9, 86, y, ['grassetto', SIMULAZIONE.fascia]));
  page.artifact(() => {
    c.fisso(17, g.x.sinistra, g.alto + g.y.marchio, ['grassetto', 'Poste'], ['normale', ' Italiane']);
    circuito(c, g);
    c.page.fillGrey(1);
    c.fisso(17, g.x.centro + 1.7, g.alto + g.y.conto + 0.8, ['grassetto', '€']);
    c.page.fillGrey(GRIGIO_TESTO);
  });
}

function circuito(c: Compositore, g: GeometriaPoste): void {
  if (g.busta === undefined) {
    c.fisso(8, g.x.sinistra, g.alto + g.y.marchio + 6, ['normale', 'Circuito bollettino postale BancoPosta']);
    return;
  }
  const x = g.busta.x + g.busta.raggio + 2.6;
  const y = g.alto + g.busta.y;
  c.fisso(6, x, y - 0.4, ['grassetto', 'circuito bollettino postale']);
  c.fisso(6, x, y + 2, ['normale', 'Banco'], ['grassetto', 'Posta']);
}

function scadenza(c: Compositore, pagabile: Pagabile, g: GeometriaPoste, rata: readonly Pezzo[]): void {
  const y = g.alto + g.y.titolo;
  const data = formatScadenza(pagabile);
  if (g.x.rata === undefined) {
    const testo = `${rata.map(([, parole]) => parole).join('')}${data}`;
    c.valoreADestra('grassetto', 10, g.x.destra, y, testo.trimEnd());
    return;
  }
  c.fisso(10, g.x.rata, y, ...rata);
  c.valoreADestra('grassetto', 10, g.x.destra, y, data);
}

function campi(c: Compositore, dati: DatiAvviso, g: GeometriaPoste, intestatario: string): void {
  const riga = (y: number, etichetta: Pezzo, disegna: () => void): void =>
    c.page.tag('P', () => {
      c.fisso(8, g.x.centro, y - 0.1, etichetta);
      disegna();
    });
  const area = (x: number, altezza = ALTEZZA_CAMPO) => ({
    larghezza: g.x.fineTesti - x,
    altezza,
    corpo: 8,
    corpoMinimo: 5,
  });
  const { intestato, destinatario, oggetto } = g.x;
  const y = (riga: 'intestato' | 'destinatario' | 'oggetto'): number => g.alto + g.y[riga];
  riga(y('intestato'), ['normale', T.intestato], () =>
    c.areaFissa(
      'grassetto',
      intestato,
      y('intestato'),
      intestatario,
      area(intestato),
      'intestatario del conto postale',
    ),
  );
  riga(y('destinatario'), ['normale', g.etichette.destinatario], () =>
    c.area(
      'grassetto',
      destinatario,
      y('destinatario'),
      dati.destinatario.nome,
      area(destinatario),
      'nome del destinatario',
    ),
  );
  riga(y('oggetto'), ['normale', g.etichette.oggetto], () =>
    c.area('grassetto', oggetto, y('oggetto'), dati.oggetto, area(oggetto, g.altezzaOggetto), 'oggetto del pagamento'),
  );
}

function codici(c: Compositore, dati: DatiAvviso, pagabile: Pagabile, g: GeometriaPoste): void {
  const [alto, basso] = [g.alto + g.y.codici, g.alto + g.y.codici + g.sottoCodici];
  c.page.tag('P', () => {
    c.fisso(8, g.x.centro, alto, ['normale', `${g.etichette.codiceAvviso} `]);
    c.valore('codiceGrassetto', 10, g.x.centro, basso, formatCodiceAvviso(pagabile.codiceAvviso));
  });
  c.page.tag('P', () => {
    c.fisso(8, g.x.tipo, alto, ['normale', `${T.tipo} `]);
    c.fisso(10, g.x.tipo + 0.2, basso, ['codiceGrassetto', 'P1']);
  });
  c.page.tag('P', () => {
    c.fisso(8, g.x.codFiscale, alto, ['normale', `${g.etichette.codFiscale} `]);
    const { valoreCodFiscale, destraCodFiscale } = g.x;
    if (destraCodFiscale === undefined)
      c.fisso(10, valoreCodFiscale, basso, ['codiceGrassetto', dati.ente.codiceFiscale]);
    else c.valoreADestra('codiceGrassetto', 10, destraCodFiscale, basso, dati.ente.codiceFiscale);
  });
}

/** 70% black (guide 2.2, annex 2). */
function autorizzazione(c: Compositore, g: GeometriaPoste, testo: string): void {
  c.page.fillGrey(0.3);
  const area = { larghezza: 46, righe: 1, corpo: g.corpoAutorizzazione, corpoMinimo: 4 };
  c.areaFissa('normale', g.x.sinistra - 0.14, g.alto + g.y.autorizzazione, testo, area, 'autorizzazione di Poste');
  c.page.fillGrey(GRIGIO_TESTO);
}
