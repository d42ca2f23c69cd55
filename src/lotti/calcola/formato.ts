import type { Decimale } from '../../valori/decimale.ts';
import { type Centesimi, formatEuro } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';

/**
 * How amounts and dates are written in the output. `italiano`: `338,00` and `11/01/2021`, what a spreadsheet in Italian
 * takes for a number and a date (it reads `1.04` as an hour); `iso`: `338.00` and `2021-01-11`, for programs.
 */
export type FormatoUscita = 'italiano' | 'iso';

const NOTI = 100_000;
const noti = { italiano: new Array<string | undefined>(NOTI), iso: new Array<string | undefined>(NOTI) };

/** `33800` → `338,00`, without thousands separators; the texts of small amounts are kept, because they come back often. */
export function formatImporto(importo: Centesimi, formato: FormatoUscita): string {
  if (importo < 0 || importo >= NOTI) return scrivi(importo, formato);
  return (noti[formato][importo] ??= scrivi(importo, formato));
}

function scrivi(importo: Centesimi, formato: FormatoUscita): string {
  const testo = formatEuro(importo);
  return formato === 'italiano' ? testo.replace('.', ',') : testo;
}

/** @param ore in hundredths of an hour, or exact */
export function formatOre(ore: number | Decimale, formato: FormatoUscita): string {
  if (typeof ore === 'number' && ore % 100 === 0) return String(ore / 100);
  const testo = typeof ore === 'number' ? String(ore / 100) : ore.toFixed();
  return formato === 'italiano' ? testo.replace('.', ',') : testo;
}

export function formatData(data: Giorno, formato: FormatoUscita): string {
  return formato === 'italiano' ? formatGiornoItaliano(data) : data;
}
