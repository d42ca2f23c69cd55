import { datamatrix, drawingSVG, qrcode } from 'bwip-js/node';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { DatiAvviso } from './dati-avviso.ts';
import { simboloPoste, simboloQr } from './simboli.ts';

/** bwip-js draws a module two units wide; a unit is so many pixels. */
const UNITA_DEL_MODULO = 2;
const SCALA = 4;
const BIANCO = 'FFFFFF';
/** What a reader wants white around a symbol, in modules: four for a QR code (ISO/IEC 18004), one for a Data Matrix (ISO/IEC 16022). */
const MARGINE = { qr: 4, dataMatrix: 1 } as const;

/** The QR code that a notice bears, for a screen or a page of others: black on white, with its margin. */
export function qrInSvg(dati: DatiAvviso): string {
  const { testo } = simboloQr(dati, dati);
  const opzioni = { bcid: 'qrcode', text: testo, eclevel: 'M', scale: SCALA, backgroundcolor: BIANCO };
  return qrcode({ ...opzioni, padding: MARGINE.qr * UNITA_DEL_MODULO }, drawingSVG());
}

/**
 * The Data Matrix of the postal slip, in the size of the paper's (48 modules).
 * @throws NonTrovato where the creditor has no postal account, and the notice no slip
 */
export async function dataMatrixInPng(dati: DatiAvviso): Promise<Uint8Array> {
  const simbolo = simboloPoste(dati, dati);
  if (simbolo === undefined) throw new NonTrovato('Data Matrix');
  const lato = `${simbolo.matrice.lato}x${simbolo.matrice.lato}`;
  const opzioni = { bcid: 'datamatrix', text: simbolo.testo, version: lato, scale: SCALA, backgroundcolor: BIANCO };
  return datamatrix({ ...opzioni, padding: MARGINE.dataMatrix * UNITA_DEL_MODULO });
}
