import { centesimi, type Centesimi, formatEuro } from '../valori/denaro.ts';

/** `338.00`: the only form amounts have in RPT, RT and flows. */
export function scriviImporto(importo: Centesimi): string {
  return formatEuro(importo);
}

/**
 * Reads an amount the schema already checked: digits, a dot, two digits.
 * @throws RangeError on any other text
 */
export function leggiImporto(testo: string): Centesimi {
  const pulito = testo.trim();
  if (!/^\d{1,12}\.\d{2}$/.test(pulito)) throw new RangeError('not an amount of a pagoPA message');
  return centesimi(Number(pulito.replace('.', '')));
}
