import { dataMatrix } from '../codici/data-matrix.ts';
import { matrixPath } from '../codici/matrice.ts';
import { qrCode } from '../codici/qr-code.ts';
import type { DatiAvviso, Pagabile } from '../dati-avviso.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { buildDataMatrixAvviso } from '../../pagopa/identificativi/data-matrix-avviso.ts';
import { buildQrAvviso } from '../../pagopa/identificativi/qr-avviso.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { normalizza } from '../stampa/caratteri.ts';

/** Side of both codes on paper, millimetres (guide 2.2, annex 2). */
export const LATO_CODICE = 25;
/** Light modules a QR code needs around it are four: 3 mm. */
export const MARGINE_QR = 3;
/** A Data Matrix needs one: half a millimetre; the corner marks leave more. */
export const MARGINE_DATA_MATRIX = 2;

/** Draws the QR code of what is to be paid, upper left corner at `x`, `y`. */
export function disegnaQr(page: TaggedPage, dati: DatiAvviso, pagabile: Pagabile, x: number, y: number): void {
  const { codiceAvviso, importo } = pagabile;
  const simbolo = qrCode(buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: dati.ente.codiceFiscale, importo }));
  const alt = `Codice QR da inquadrare per pagare questo avviso, ${formatCodiceAvviso(codiceAvviso)}: i suoi dati sono scritti accanto.`;
  page.figure(alt, { x, y, width: LATO_CODICE, height: LATO_CODICE }, () => {
    page.symbol(matrixPath(simbolo), x, y, LATO_CODICE / simbolo.lato);
  });
}

/** Draws the Data Matrix of the postal slip. */
export function disegnaDataMatrix(page: TaggedPage, dati: DatiAvviso, pagabile: Pagabile, x: number, y: number): void {
  const { ente, destinatario } = dati;
  const testo = buildDataMatrixAvviso({
    codiceAvviso: pagabile.codiceAvviso,
    numeroConto: ente.contoPostale?.numero ?? '',
    importo: pagabile.importo,
    codiceFiscaleEnte: ente.codiceFiscale,
    codiceFiscaleDebitore: destinatario.codiceFiscale,
    nomeDebitore: normalizza(destinatario.nome),
    oggetto: normalizza(dati.oggetto),
  });
  const simbolo = dataMatrix(testo);
  const alt = `Data Matrix del bollettino postale di questo avviso, ${formatCodiceAvviso(pagabile.codiceAvviso)}: i suoi dati sono scritti accanto.`;
  page.figure(alt, { x, y, width: LATO_CODICE, height: LATO_CODICE }, () => {
    page.symbol(matrixPath(simbolo), x, y, LATO_CODICE / simbolo.lato);
  });
}
