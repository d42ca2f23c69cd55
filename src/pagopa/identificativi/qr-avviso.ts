import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseCodiceAvviso, type CodiceAvviso } from './codice-avviso.ts';

/** What the QR code of a notice says. */
export interface QrAvviso {
  readonly codiceAvviso: CodiceAvviso;
  /** 11 digits. */
  readonly codiceFiscaleEnte: string;
  readonly importo: Centesimi;
}

/** Largest amount of the code: eleven digits of cents (guide to the notice 3.x, QR code). */
const IMPORTO_MASSIMO_QR = 99_999_999_999;

/**
 * The text of the notice's QR code, `PAGOPA|002|codice avviso|codice fiscale|cents` (guide to the notice 3.x). The amount
 * is the plain number of cents, at least two digits.
 * @throws RangeError when a field does not fit
 */
export function buildQrAvviso(qr: QrAvviso): string {
  if (!/^\d{18}$/.test(qr.codiceAvviso)) throw new RangeError(`not a codice avviso: ${qr.codiceAvviso}`);
  if (!/^\d{11}$/.test(qr.codiceFiscaleEnte)) throw new RangeError(`not an 11-digit tax code: ${qr.codiceFiscaleEnte}`);
  if (!(qr.importo >= 1 && qr.importo <= IMPORTO_MASSIMO_QR)) {
    throw new RangeError(`amount out of the QR code's range: ${qr.importo}`);
  }
  return `PAGOPA|002|${qr.codiceAvviso}|${qr.codiceFiscaleEnte}|${String(qr.importo).padStart(2, '0')}`;
}

/**
 * Reads the text of a scanned QR code. Older documents show a last `|` and amounts padded with zeros: both are read.
 * @throws ErroreDati `qr-non-valido`
 */
export function parseQrAvviso(testo: string, campo = 'codice QR'): QrAvviso {
  const pezzi = /^PAGOPA\|002\|(\d{18})\|(\d{11})\|(\d{1,15})\|?$/.exec(testo.trim());
  const [, codice, codiceFiscaleEnte, importo] = pezzi ?? [];
  if (codice === undefined || codiceFiscaleEnte === undefined || importo === undefined) {
    throw new ErroreDati('qr-non-valido', { testo: testo.slice(0, 60), campo });
  }
  const { codiceAvviso } = parseCodiceAvviso(codice, campo);
  return { codiceAvviso, codiceFiscaleEnte, importo: centesimi(Number(importo)) };
}
