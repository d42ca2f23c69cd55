import { Decimale } from '../valori/decimale.ts';
import { type Centesimi, formatEuroItaliano } from '../valori/denaro.ts';

/** Amounts and hours as the steps of an explanation write them. */

/** Hourly amounts come back in every explanation: those below this many cents are written once. */
const RICORRENTI = 5_000;
const scritti: (string | undefined)[] = [];

/** `33800` → `338,00 €`. */
export function euro(importo: Centesimi): string {
  if (importo < 0 || importo >= RICORRENTI) return `${formatEuroItaliano(importo)} €`;
  return (scritti[importo] ??= `${formatEuroItaliano(importo)} €`);
}

/** `24.5` → `24,5 ore`, `1` → `1 ora`. */
export function ore(numero: Decimale): string {
  return numero.eq(1) ? '1 ora' : `${decimale(numero)} ore`;
}

/** Whole hours as text. */
export function oreIntere(numero: number): string {
  return numero === 1 ? '1 ora' : `${numero} ore`;
}

/** `13` → `13 settimane`. */
export function settimane(numero: number): string {
  return numero === 1 ? '1 settimana' : `${numero} settimane`;
}

/** An exact decimal with a comma; what does not end is cut to `cifre` decimals, half-up. */
export function decimale(numero: Decimale, cifre = 6): string {
  return numero.toDecimalPlaces(cifre).toFixed().replace('.', ',');
}

const interi: (Decimale | undefined)[] = [];

/** The decimal of a whole number of hours; small ones are kept, since decimals never change. */
export function inDecimale(numero: number): Decimale {
  if (numero > 2352) return new Decimale(numero);
  return (interi[numero] ??= new Decimale(numero));
}
