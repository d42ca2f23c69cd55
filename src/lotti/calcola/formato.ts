import type { Decimale } from '../../valori/decimale.ts';
import { type Centesimi, formatEuro } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { ByteWriter } from '../csv/byte-writer.ts';

/**
 * How amounts and dates are written in the output. `italiano`: `338,00` and `11/01/2021`, what a spreadsheet in Italian
 * takes for a number and a date (it reads `1.04` as an hour); `iso`: `338.00` and `2021-01-11`, for programs.
 */
export type FormatoUscita = 'italiano' | 'iso';

const SEPARATORE = { italiano: 44, iso: 46 } as const;
const ZERO = 48;

/** `33800` → `338,00`, without thousands separators. */
export function formatImporto(importo: Centesimi, formato: FormatoUscita): string {
  const testo = formatEuro(importo);
  return formato === 'italiano' ? testo.replace('.', ',') : testo;
}

export function formatData(data: Giorno, formato: FormatoUscita): string {
  return formato === 'italiano' ? formatGiornoItaliano(data) : data;
}

/** What `formatImporto` gives; the amount is not negative. */
export function writeImporto(a: ByteWriter, importo: Centesimi, formato: FormatoUscita): void {
  const resto = importo % 100;
  a.integer((importo - resto) / 100);
  a.byte(SEPARATORE[formato]);
  a.twoDigits(resto);
}

/** @param ore in hundredths of an hour, or exact */
export function writeOre(a: ByteWriter, ore: number | Decimale, formato: FormatoUscita): void {
  if (typeof ore !== 'number') {
    const testo = ore.toFixed();
    a.text(formato === 'italiano' ? testo.replace('.', ',') : testo);
    return;
  }
  const resto = ore % 100;
  a.integer((ore - resto) / 100);
  if (resto === 0) return;
  a.byte(SEPARATORE[formato]);
  if (resto % 10 === 0) a.byte(ZERO + resto / 10);
  else a.twoDigits(resto);
}
