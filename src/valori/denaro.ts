import { ErroreDati } from './errore-dati.ts';

/** Money in whole euro cents. Never a fraction: fractions of a cent live in `decimale.ts` and are rounded there. */
export type Centesimi = number & { readonly __centesimi: unique symbol };

/**
 * Brands a whole number of cents.
 * @throws RangeError when it is not a safe integer: a program error, never a user's
 */
export function centesimi(valore: number): Centesimi {
  if (!Number.isSafeInteger(valore)) throw new RangeError(`not a whole number of cents: ${valore}`);
  return valore as Centesimi;
}

const EURO = /^(?:\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,\d{1,2})?$|^\d{1,9}\.\d{1,2}$/;

/**
 * Reads an amount a person wrote: `338`, `338,00`, `338.00`, `1.234,56`. A lone dot followed by exactly three digits is
 * refused, because `1.234` may mean either 1,23 or 1234.
 * @throws ErroreDati `importo-non-valido`, with the field's name
 */
export function parseEuro(testo: string, campo = 'importo'): Centesimi {
  const pulito = testo.trim();
  if (!EURO.test(pulito) || /^\d{1,3}\.\d{3}$/.test(pulito)) {
    throw new ErroreDati('importo-non-valido', { testo: testo.slice(0, 40), campo });
  }
  const normale = pulito.includes(',') ? pulito.replaceAll('.', '').replace(',', '.') : pulito;
  const [interi = '0', decimali = ''] = normale.split('.');
  return centesimi(Number(interi) * 100 + Number(decimali.padEnd(2, '0')));
}

/** `00`-`99`: two digits of cents without padding anew each time. */
const DUE_CIFRE = Array.from({ length: 100 }, (_, centesimo) => String(centesimo).padStart(2, '0'));

/** `33800` → `"338.00"`: the form of JSON, CSV and pagoPA messages. */
export function formatEuro(importo: Centesimi): string {
  if (importo < 0) return `-${formatEuro(centesimi(-Number(importo)))}`;
  const resto = importo % 100;
  return `${(importo - resto) / 100}.${DUE_CIFRE[resto] ?? ''}`;
}

/** `123456` → `"1.234,56"`: the form for Italian readers, without the euro sign. */
export function formatEuroItaliano(importo: Centesimi): string {
  if (importo < 0) return `-${formatEuroItaliano(centesimi(-Number(importo)))}`;
  const resto = importo % 100;
  const interi = (importo - resto) / 100;
  const intero = interi < 1000 ? `${interi}` : String(interi).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${intero},${DUE_CIFRE[resto] ?? ''}`;
}

/** Exact sum of amounts. */
export function somma(importi: Iterable<Centesimi>): Centesimi {
  let totale = 0;
  for (const importo of importi) totale += importo;
  return centesimi(totale);
}
