import { formatCodiceAvviso } from '../../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../../valori/giorno.ts';
import type { DatiAvviso } from '../../dati-avviso.ts';
import { larghezzaPezzi, type Compositore } from '../../stampa/compositore.ts';
import { testoPronto } from '../../stampa/testo-pronto.ts';
import { disegnaQr, LATO_CODICE, MARGINE_QR } from '../codici-avviso.ts';
import type { RataNumerata } from '../rata-numerata.ts';
import { SIMULAZIONE } from '../simulazione.ts';
import { SOTTO_ETICHETTA, X_CBILL, type GeometriaColonna } from './geometria-colonne.ts';
import { BASE_FASCIA } from './misure.ts';
import type { Parole, Quale } from './parole.ts';

/** One instalment's column: where its texts begin, how wide they may be, and the top of its band. */
export interface PostoColonna {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
  readonly g: GeometriaColonna;
}

/** Where the QR code of a column stands: at its right. */
export function qrColonna({ x, y, larghezza, g }: PostoColonna): { readonly x: number; readonly y: number } {
  return { x: x + larghezza - LATO_CODICE, y: y + g.qr };
}

/** What banks and other channels need for one instalment. */
export function colonnaRata(
  c: Compositore,
  parole: Parole,
  dati: DatiAvviso,
  rata: RataNumerata,
  posto: PostoColonna,
): void {
  const { x, y, larghezza, g } = posto;
  intestazione(c, parole, dati, rata, posto);
  const qr = qrColonna(posto);
  disegnaQr(c.page, dati, rata, qr.x, qr.y);
  const accanto = larghezza - LATO_CODICE - MARGINE_QR;
  const codice = (
    riga: number,
    dx: number,
    larga: number,
    quale: Quale,
    disegna: (x: number, y: number) => void,
  ): void =>
    parole.etichetta({ x: x + dx, y: y + riga, larghezza: larga }, quale, {
      valore: () => disegna(x + dx, y + riga + g.codice),
    });
  codice(
    g.euro,
    0,
    accanto,
    (t) => t.euro,
    (da, base) => importo(c, rata, { x: da, y: base, larghezza: accanto }),
  );
  const { scadenza } = rata;
  if (scadenza !== undefined) {
    codice(
      g.entro,
      0,
      accanto,
      (t) => maiuscola(t.entroIl),
      (da, base) => c.valore('codiceGrassetto', 10, da, base, formatGiornoItaliano(scadenza)),
    );
  }
  const sotto = g.cbill === g.codFiscale;
  const cbill = (): void =>
    codice(
      g.cbill,
      sotto ? X_CBILL : 0,
      accanto,
      (t) => t.cbill,
      (da, base) => c.fisso(10, da, base, ['codiceGrassetto', dati.ente.cbill]),
    );
  if (!sotto) cbill();
  codice(
    g.avviso,
    0,
    larghezza,
    (t) => t.avviso,
    (da, base) => c.valore('codiceGrassetto', 10, da, base, formatCodiceAvviso(rata.codiceAvviso)),
  );
  codice(
    g.codFiscale,
    0,
    sotto ? X_CBILL - 1 : larghezza,
    (t) => t.codFiscaleEnte,
    (da, base) => c.fisso(10, da, base, ['codiceGrassetto', dati.ente.codiceFiscale]),
  );
  if (sotto) cbill();
  if (g.campi.length > 0) campi(c, parole, dati, posto);
}

/** The number of the instalment; in a simulation, what every part that scissors can part must say. */
function intestazione(c: Compositore, parole: Parole, dati: DatiAvviso, rata: RataNumerata, posto: PostoColonna): void {
  const { x, y, larghezza } = posto;
  const base = y + BASE_FASCIA;
  const fascia = SIMULAZIONE.fascia;
  const larga = dati.ente.reale ? 0 : larghezzaPezzi(7.5, [['grassetto', fascia]]);
  parole.numeroRata({ x, y: base, larghezza: larghezza - larga - 2 }, (t) => t.rata(rata.numero));
  if (larga > 0) c.page.tag('P', () => c.fisso(7.5, x + larghezza - larga, base, ['grassetto', fascia]));
}

/** An amount is never cut: one that would touch the code is set smaller. */
function importo(
  c: Compositore,
  rata: RataNumerata,
  { x, y, larghezza }: { x: number; y: number; larghezza: number },
): void {
  const testo = formatEuroItaliano(rata.importo);
  const larga = larghezzaPezzi(10, [['codiceGrassetto', testo]]);
  c.valore('codiceGrassetto', larga <= larghezza ? 10 : (10 * larghezza) / larga, x, y, testo);
}

/** What is said in words; a text of more lines pushes down what follows. */
function campi(c: Compositore, parole: Parole, dati: DatiAvviso, { x, y, larghezza, g }: PostoColonna): void {
  const testi = {
    destinatario: dati.destinatario.nome,
    ente: dati.ente.denominazione,
    oggetto: dati.oggetto,
  } as const;
  let libero = 0;
  for (const { quale, y: riga } of g.campi) {
    const area = { larghezza, altezza: ALTEZZA_CAMPO, corpo: 8, corpoMinimo: 6 };
    const testo = testoPronto('grassetto', testi[quale], area, NOMI[quale]);
    const base = y + Math.max(riga, libero);
    parole.etichetta({ x, y: base, larghezza }, (t) => t[quale], {
      valore: () => c.pronto(testo, x, base + SOTTO_ETICHETTA),
    });
    libero = base - y + SOTTO_ETICHETTA + testo.altezza + SOTTO_CAMPO;
  }
  const istruzioni = { x, y: y + Math.max(g.istruzioni, libero), larghezza: larghezza + 0.2 };
  parole.paragrafo(istruzioni, (t) => t.inquadraSopra, { corpo: 7, forte: 'codice QR' });
}

/** Three lines of 6 points, first baseline to last. */
const ALTEZZA_CAMPO = 5.1;
const SOTTO_CAMPO = 3;
const NOMI = {
  destinatario: 'nome del destinatario',
  ente: 'ente creditore',
  oggetto: 'oggetto del pagamento',
} as const;

function maiuscola(testo: string): string {
  return testo.charAt(0).toUpperCase() + testo.slice(1);
}
