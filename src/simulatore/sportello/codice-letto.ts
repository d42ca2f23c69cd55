import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import { parseCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso } from '../../pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../pagopa/identificativi/qr-avviso.ts';

/** Where the code of a notice was taken from. */
export type OrigineCodice = 'avviso' | 'qr' | 'data-matrix';

/**
 * What a counter's reader or keyboard gave: the text of the QR, that of the Data Matrix, or the 18 digits by themselves.
 * @param dominio whose notice it is, when the digits alone are given
 * @throws ErroreDati naming what cannot be read
 */
export function leggiCodice(testo: string, dominio: string): AvvisoQr & { readonly origine: OrigineCodice } {
  if (/^\s*PAGOPA\|/i.test(testo)) {
    const qr = parseQrAvviso(testo.trim());
    return { dominio: qr.codiceFiscaleEnte, avviso: qr.codiceAvviso, origine: 'qr' };
  }
  if (testo.startsWith('codfase=')) {
    const matrice = parseDataMatrixAvviso(testo.replace(/[\r\n]+$/, ''));
    return { dominio: matrice.codiceFiscaleEnte, avviso: matrice.codiceAvviso, origine: 'data-matrix' };
  }
  return { dominio, avviso: parseCodiceAvviso(testo).codiceAvviso, origine: 'avviso' };
}
