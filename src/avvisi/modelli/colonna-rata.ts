import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { larghezzaPezzi, type Compositore, type Pezzo } from '../stampa/compositore.ts';
import { disegnaQr } from './codici-avviso.ts';
import type { ColonnaRata } from './geometria-rate.ts';
import { SIMULAZIONE } from './simulazione.ts';

/** An instalment with its number, from 1. */
export interface RataNumerata extends Pagabile {
  readonly numero: number;
}

/** The words of a column; editions and languages differ. */
export interface TestiColonna {
  readonly rata: (numero: number) => string;
  readonly banche?: string;
  readonly entroIl: string;
  readonly euro: string;
  readonly destinatario: string;
  readonly ente: string;
  readonly oggetto: string;
  readonly cbill: string;
  readonly codFiscaleEnte: string;
  readonly codiceAvviso: string;
  /** Lines that fit the column, by type size. */
  readonly istruzioni: (corpo: 7 | 8) => readonly (readonly Pezzo[])[];
}

/** What banks need for one instalment. */
export function disegnaColonna(
  c: Compositore,
  dati: DatiAvviso,
  rata: RataNumerata,
  g: ColonnaRata,
  t: TestiColonna,
): void {
  const { page } = c;
  page.tag('H2', () => intestazione(c, rata, g, t));
  disegnaQr(page, dati, rata, g.qr.x, g.qr.y);
  page.tag('P', () => {
    c.fisso(10, g.euro.x, g.euro.y, ['normale', `${t.euro} `]);
    c.valore('codiceGrassetto', g.importo.corpo, g.importo.x, g.importo.y, formatEuroItaliano(rata.importo));
  });
  testiColonna(c, dati, g, t);
  page.tag('P', () => {
    c.fisso(8, g.cbill.x, g.cbill.y, ['normale', `${t.cbill} `]);
    c.fisso(10, g.cbill.x, g.cbill.y + 4.2, ['codiceGrassetto', dati.ente.cbill]);
  });
  page.tag('P', () => {
    c.fisso(8, g.codFiscale.x, g.codFiscale.y, ['normale', `${t.codFiscaleEnte} `]);
    c.fisso(10, g.codFiscale.x, g.codFiscale.y + 4.2, ['codiceGrassetto', dati.ente.codiceFiscale]);
  });
  page.tag('P', () => {
    c.fisso(8, g.avviso.x, g.avviso.y, ['normale', `${t.codiceAvviso} `]);
    c.valore('codiceGrassetto', 10, g.avviso.x, g.avviso.y + 4.36, formatCodiceAvviso(rata.codiceAvviso));
  });
  const { x, y, corpo, passo } = g.quiSopra;
  const istruzioni = t.istruzioni(corpo);
  page.tag('P', () => c.paragrafo(corpo, x, y, istruzioni, passo));
  if (!dati.ente.reale) {
    page.tag('P', () => c.fisso(8, x, y + istruzioni.length * passo + 0.4, ['grassetto', SIMULAZIONE.fascia]));
  }
}

/** The date follows the words, as on the model. */
function intestazione(c: Compositore, rata: RataNumerata, g: ColonnaRata, t: TestiColonna): void {
  const conBanche = g.banche !== undefined && t.banche !== undefined;
  if (conBanche) c.fisso(10, g.banche, g.testata, ['grassetto', `${t.banche} `]);
  const pezzi: Pezzo[] = [
    ['nero', t.rata(rata.numero)],
    ['grassetto', ` ${t.entroIl} `],
  ];
  const x = g.banche === undefined || conBanche ? g.rata : g.banche;
  c.fisso(10, x, g.testata, ...pezzi);
  c.valore('grassetto', 10, x + larghezzaPezzi(10, pezzi), g.testata, formatGiornoItaliano(rata.scadenza));
}

function testiColonna(c: Compositore, dati: DatiAvviso, g: ColonnaRata, t: TestiColonna): void {
  const { page } = c;
  const area = (larghezza: number, righe: number) => ({ larghezza, righe, corpo: 8, corpoMinimo: 5 });
  const { destinatario } = g;
  if (destinatario !== undefined) {
    page.tag('P', () => {
      c.fisso(8, destinatario.x, destinatario.y, ['normale', `${t.destinatario} `]);
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
    c.fisso(8, g.ente.x, g.ente.y, ['normale', `${t.ente} `]);
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
    c.fisso(8, g.oggetto.x, g.oggetto.y, ['normale', `${t.oggetto} `]);
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
