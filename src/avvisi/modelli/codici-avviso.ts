import { matrixPath } from '../codici/matrice.ts';
import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { simboloPoste, simboloQr, type Simbolo } from '../simboli.ts';

/** Side of both codes on paper, millimetres (guide 2.2, annex 2). */
export const LATO_CODICE = 25;
/** Light modules a QR code needs around it are four: 33 modules are 25 mm. */
export const MARGINE_QR = (4 * LATO_CODICE) / 33;
/** A Data Matrix needs one: half a millimetre; the corner marks leave more. */
export const MARGINE_DATA_MATRIX = 2;

/** Draws the QR code of what is to be paid, upper left corner at `x`, `y`. */
export function disegnaQr(page: TaggedPage, dati: DatiAvviso, pagabile: Pagabile, x: number, y: number): void {
  const alt = `Codice QR da inquadrare per pagare questo avviso, ${formatCodiceAvviso(pagabile.codiceAvviso)}: i suoi dati sono scritti accanto.`;
  draw(page, simboloQr(dati, pagabile), alt, { x, y, lato: LATO_CODICE });
}

/** Draws the Data Matrix of the postal slip: upper left corner and side, millimetres. */
export function disegnaDataMatrix(page: TaggedPage, dati: DatiAvviso, pagabile: Pagabile, posto: PostoCodice): void {
  const simbolo = simboloPoste(dati, pagabile);
  if (simbolo === undefined) return;
  const alt = `Data Matrix del bollettino postale di questo avviso, ${formatCodiceAvviso(pagabile.codiceAvviso)}: i suoi dati sono scritti accanto.`;
  draw(page, simbolo, alt, posto);
}

interface PostoCodice {
  readonly x: number;
  readonly y: number;
  readonly lato: number;
}

function draw(page: TaggedPage, { matrice }: Simbolo, alt: string, { x, y, lato }: PostoCodice): void {
  page.figure(alt, { x, y, width: lato, height: lato }, () => {
    page.symbol(matrixPath(matrice), x, y, lato / matrice.lato);
  });
}
