import { Decimal } from 'decimal.js';
import { centesimi, type Centesimi } from './denaro.ts';
import { ErroreDati } from './errore-dati.ts';

/** Our own decimal.js: 34 digits, half-up. Only for what has fractions of a cent (pay per hour, ISTAT, sanctions). */
export const Decimale = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP });
export type Decimale = Decimal;

const NUMERO = /^\d{1,9}(?:[.,]\d{1,6})?$/;

/**
 * Reads a non-negative decimal number a person wrote, comma or dot (`24,5`).
 * @throws ErroreDati `numero-non-valido`
 */
export function parseDecimale(testo: string, campo: string): Decimale {
  const pulito = testo.trim();
  if (!NUMERO.test(pulito)) {
    throw new ErroreDati('numero-non-valido', { testo: testo.slice(0, 40), campo });
  }
  return new Decimale(pulito.replace(',', '.'));
}

/**
 * The one place where fractions of a cent become cents: half-up, as every printed INPS table does.
 * @param euro exact amount in euro
 */
export function arrotondaAlCentesimo(euro: Decimale): Centesimi {
  return centesimi(euro.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

/** Exact euro value of an amount in cents. */
export function inEuro(importo: Centesimi): Decimale {
  return new Decimale(importo).dividedBy(100);
}
