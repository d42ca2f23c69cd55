import type { Decimale } from '../valori/decimale.ts';
import { formatEuroItaliano, type Centesimi } from '../valori/denaro.ts';

/** `338,00 €`. */
export function euroIt(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)} €`;
}

/** A decimal as people write it, without useless zeros: `8,15`. */
export function decimaleIt(valore: Decimale | string): string {
  return valore.toString().replace('.', ',');
}

/** An exact amount cut to six decimals for reading: `11,320685`. */
export function esattoIt(euro: Decimale): string {
  return decimaleIt(euro.toDecimalPlaces(6));
}
