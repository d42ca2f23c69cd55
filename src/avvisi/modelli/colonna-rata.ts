import { formatScadenza, type DatiAvviso } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { larghezzaPezzi, type Compositore, type Pezzo } from '../stampa/compositore.ts';
import { disegnaQr } from './codici-avviso.ts';
import type { ColonnaRata } from './geometria-rate.ts';
import type { RataNumerata } from './rata-numerata.ts';
import { SIMULAZIONE } from './simulazione.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/** What banks need for one instalment. */
export function disegnaColonna(c: Compositore, dati: DatiAvviso, rata: RataNumerata, g: ColonnaRata): void {
  const { page } = c;
  page.tag('H2', () => intestazione(c, rata, g));
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
  const istruzioni = corpo === 7 ? T.quiSopraInTre : T.quiSopraInDue;
  page.tag('P', () => c.paragrafo(corpo, x, y, istruzioni, passo));
  if (!dati.ente.reale) {
    page.tag('P', () => c.fisso(8, x, y + istruzioni.length * passo + 0.4, ['grassetto', SIMULAZIONE.fascia]));
  }
}

/** The date follows the words, as on the model. */
function intestazione(c: Compositore, rata: RataNumerata, g: ColonnaRata): void {
  if (g.banche !== undefined) c.fisso(10, g.banche, g.testata, ['grassetto', `${T.bancheBreve} `]);
  const pezzi: Pezzo[] = [
    ['nero', T.rata(rata.numero)],
    ['grassetto', ` ${T.entroIl} `],
  ];
  c.fisso(10, g.rata, g.testata, ...pezzi);
  c.valore('grassetto', 10, g.rata + larghezzaPezzi(10, pezzi), g.testata, formatScadenza(rata));
}

function testiColonna(c: Compositore, dati: DatiAvviso, g: ColonnaRata): void {
  const { page } = c;
  const area = (larghezza: number, righe: number) => ({ larghezza, righe, corpo: 8, corpoMinimo: 5 });
  const { destinatario } = g;
  if (destinatario !== undefined) {
    page.tag('P', () => {
      c.fisso(8, destinatario.x, destinatario.y, ['normale', `${T.destinatarioDellAvviso} `]);
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
