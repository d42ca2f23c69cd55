import { formatCodiceAvviso } from '../../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../../valori/giorno.ts';
import type { DatiAvviso } from '../../dati-avviso.ts';
import { larghezzaPezzi, type Compositore, type Pezzo } from '../../stampa/compositore.ts';
import { disegnaQr } from '../codici-avviso.ts';
import { SIMULAZIONE } from '../simulazione.ts';
import { BASE_FASCIA, DESTRA, SINISTRA, type Modulo } from './misure.ts';
import type { Parole, Quale } from './parole.ts';
import { IT, type Testi3 } from './testi/index.ts';

const X_CAMPI = 58.99;
const X_AVVISO = 94.25;
const QR = { x: SINISTRA, y: 13.98 } as const;
const Y = {
  istruzioni: 46.18,
  euro: 17.87,
  nonPagabile: 24.6,
  destinatario: 16.01,
  ente: 25.27,
  oggetto: 34.53,
  valore: 3.71,
  codici: 45.91,
  valoriCodici: 51.73,
} as const;
const LARGHEZZA_ISTRUZIONI = 43.5;
/** What is left under the codes before what follows. */
const FINE = { poste: 9.06, rate: 5.17 } as const;

/** Where the QR code of the whole amount stands under the top of the band. */
export const QR_RATA_UNICA = QR;

/** Module 4: the data of the whole amount. */
export function datiPagamento(c: Compositore, parole: Parole, dati: DatiAvviso, segue: 'poste' | 'rate'): Modulo {
  const inquadra = (t: Testi3): string => t.inquadraAccanto;
  const basso = Math.max(Y.valoriCodici, Y.istruzioni + parole.altezza(LARGHEZZA_ISTRUZIONI, inquadra));
  return {
    altezza: basso + FINE[segue],
    disegna: (y) => {
      parole.titolo('H2', { x: SINISTRA, y: y + BASE_FASCIA, larghezza: 80 }, (t) => t.datiPagamento);
      rataUnica(c, parole, dati.scadenza, y + BASE_FASCIA);
      disegnaQr(c.page, dati, dati, QR.x, y + QR.y);
      const istruzioni = { x: SINISTRA, y: y + Y.istruzioni, larghezza: LARGHEZZA_ISTRUZIONI };
      parole.paragrafo(istruzioni, inquadra, { forte: 'codice QR' });
      campi(c, parole, dati, y);
      codici(c, parole, dati, y);
      if (!dati.ente.reale) nonPagabile(c, y + Y.nonPagabile);
    },
  };
}

/** Under the amount, where a second language never comes. */
function nonPagabile(c: Compositore, y: number): void {
  const larga = larghezzaPezzi(9, [['grassetto', SIMULAZIONE.fascia]]);
  c.page.tag('P', () => c.fisso(9, arrotonda(DESTRA - larga), y, ['grassetto', SIMULAZIONE.fascia]));
}

/** At the right of the band: `Rata unica entro il 31/12/2024`, with the second language before the date. */
function rataUnica(c: Compositore, parole: Parole, scadenza: Giorno | undefined, y: number): void {
  const data = scadenza === undefined ? '' : ` ${formatGiornoItaliano(scadenza)}`;
  const dice = (t: Testi3): string => (scadenza === undefined ? t.rataUnica : `${t.rataUnica} ${t.entroIl}`);
  const { seconda, perfetto } = parole;
  const pezzi: Pezzo[] = [['grassetto', dice(IT)]];
  const altri: Pezzo[] = [];
  if (seconda !== undefined) {
    const altra = perfetto || scadenza === undefined ? dice(seconda) : seconda.entroIl;
    altri.push(perfetto ? ['grassetto', ` / ${altra}`] : ['normale', ` · ${altra}`]);
  }
  const corpi = { primo: perfetto ? 9 : 10, secondo: perfetto ? 9 : 8 };
  const dataX = DESTRA - larghezzaPezzi(corpi.primo, [['grassetto', data]]);
  const altraX = dataX - larghezzaPezzi(corpi.secondo, altri);
  const x = altraX - larghezzaPezzi(corpi.primo, pezzi);
  c.page.tag('P', () => {
    c.valore('grassetto', corpi.primo, x, y, dice(IT));
    if (seconda === undefined && data !== '') c.valoreADestra('grassetto', corpi.primo, DESTRA, y, data);
  });
  if (seconda === undefined) return;
  parole.inSeconda(() => {
    for (const [stile, testo] of altri) c.valore(stile, corpi.secondo, altraX, y, testo);
  });
  if (data !== '') c.page.tag('P', () => c.valoreADestra('grassetto', corpi.primo, DESTRA, y, data));
}

function campi(c: Compositore, parole: Parole, dati: DatiAvviso, y: number): void {
  const { ente, destinatario } = dati;
  const area = (larghezza: number, altezza: number) => ({ larghezza, altezza, corpo: 8, corpoMinimo: 6 });
  const larga = DESTRA - X_CAMPI;
  const campo = (riga: number, quale: Quale, valore: (base: number) => void): void =>
    parole.etichetta({ x: X_CAMPI, y: y + riga, larghezza: 100 }, quale, { valore: () => valore(y + riga + Y.valore) });
  campo(
    Y.destinatario,
    (t) => t.destinatario,
    (base) => c.area('grassetto', X_CAMPI, base, destinatario.nome, area(108, 2.6), 'nome del destinatario'),
  );
  c.page.tag('P', () => {
    c.fisso(10, euroX(dati), y + Y.euro, ['normale', `${IT.euro} `]);
    c.valoreADestra('codiceGrassetto', 12, DESTRA, y + Y.euro, formatEuroItaliano(dati.importo));
  });
  campo(
    Y.ente,
    (t) => t.ente,
    (base) => c.areaFissa('grassetto', X_CAMPI, base, ente.denominazione, area(100, 2.6), 'ente creditore'),
  );
  campo(
    Y.oggetto,
    (t) => t.oggetto,
    (base) => c.area('grassetto', X_CAMPI, base, dati.oggetto, area(larga, 2.9), 'oggetto del pagamento'),
  );
}

/** *Euro* stands before the amount, whatever its length. */
function euroX({ importo }: DatiAvviso): number {
  const pezzi: Pezzo[] = [['codiceGrassetto', formatEuroItaliano(importo)]];
  return arrotonda(DESTRA - larghezzaPezzi(12, pezzi) - 0.8 - larghezzaPezzi(10, [['normale', IT.euro]]));
}

/** To the tenth, so that amounts of one length share one drawing. */
function arrotonda(x: number): number {
  return Math.round(x * 10) / 10;
}

function codici(c: Compositore, parole: Parole, { ente, codiceAvviso }: DatiAvviso, y: number): void {
  const valori = y + Y.valoriCodici;
  const sopra = (x: number, larghezza: number) => ({ x, y: y + Y.codici, larghezza });
  parole.etichetta(sopra(X_CAMPI, 34), (t) => t.cbill, {
    valore: () => c.fisso(10, X_CAMPI, valori, ['codiceGrassetto', ente.cbill]),
  });
  parole.etichetta(sopra(X_AVVISO, 51), (t) => t.avviso, {
    valore: () => c.valore('codiceGrassetto', 10, X_AVVISO, valori, formatCodiceAvviso(codiceAvviso)),
  });
  parole.etichettaADestra(
    sopra(DESTRA, 53),
    (t) => t.codFiscaleEnte,
    () => {
      const larga = larghezzaPezzi(10, [['codiceGrassetto', ente.codiceFiscale]]);
      c.fisso(10, arrotonda(DESTRA - larga), valori, ['codiceGrassetto', ente.codiceFiscale]);
    },
  );
}
