import { Decimale } from '../valori/decimale.ts';
import { type Centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import { quanti } from '../valori/italiano.ts';

/** Amounts and hours as the steps of an explanation write them. */

/**
 * The same amounts come back in every explanation and from one rapporto to the next: each written amount stays in its place
 * until another one needs it. Places are a power of two, so that the lowest bits of an amount tell its own.
 */
const POSTI = 8192;
/** The amount in each place, as it is (one cut to 32 bits would pass for another); NaN, which nothing equals, where none is. */
const importiScritti = new Float64Array(POSTI).fill(Number.NaN);
const scritti = Array.from({ length: POSTI }, () => '');

/** `33800` → `338,00 €`. */
export function euro(importo: Centesimi): string {
  const posto = importo & (POSTI - 1);
  if (importiScritti[posto] === importo) return scritti[posto] as string;
  const scritto = `${formatEuroItaliano(importo)} €`;
  importiScritti[posto] = importo;
  scritti[posto] = scritto;
  return scritto;
}

/** `24.5` → `24,5 ore`, `1` → `1 ora`. */
export function ore(numero: Decimale): string {
  return numero.eq(1) ? '1 ora' : `${decimale(numero)} ore`;
}

/** The most hours a quarter can have: 14 weeks of 168. What is said of a whole number of hours is kept up to here. */
const ORE_DI_UN_TRIMESTRE = 2352;
const oreScritte = Array.from({ length: ORE_DI_UN_TRIMESTRE + 1 }, (_, numero) => scriviOre(numero));
const oreInDecimali = Array.from({ length: ORE_DI_UN_TRIMESTRE + 1 }, (_, numero) => new Decimale(numero));

function scriviOre(numero: number): string {
  return numero === 1 ? '1 ora' : `${numero} ore`;
}

/** Whole hours as text. */
export function oreIntere(numero: number): string {
  return oreScritte[numero] ?? scriviOre(numero);
}

const settimaneScritte = Array.from({ length: 15 }, (_, numero) => quanti(numero, 'settimana', 'settimane'));

/** `13` → `13 settimane`. */
export function settimane(numero: number): string {
  return settimaneScritte[numero] ?? quanti(numero, 'settimana', 'settimane');
}

/** An exact decimal with a comma; what does not end is cut to `cifre` decimals, half-up. */
export function decimale(numero: Decimale, cifre = 6): string {
  return numero.toDecimalPlaces(cifre).toFixed().replace('.', ',');
}

/** The decimal of a whole number of hours. */
export function inDecimale(numero: number): Decimale {
  return oreInDecimali[numero] ?? new Decimale(numero);
}
