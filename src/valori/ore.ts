import { dividiMezzoInSu } from './arrotondamento.ts';
import type { Decimale } from './decimale.ts';
import { centesimi, type Centesimi } from './denaro.ts';

/** Hundredths of an hour in an hour. */
export const ORA = 100;

/** A number of hours: whole hundredths of an hour, or the exact decimal (in hours) when it is finer than that. */
export type Ore = number | Decimale;

/** Hundredths of an hour × cents an hour, half-up to the cent. */
export function perOra(centesimiDiOra: number, oraria: Centesimi): Centesimi {
  return arrotondaOre(centesimiDiOra * oraria);
}

/**
 * The one place where paid hours become money.
 * @param prodotti hundredths of an hour × cents an hour, or the sum of several such products that are one amount
 * @returns half-up to the cent
 */
export function arrotondaOre(prodotti: number): Centesimi {
  if (prodotti % ORA === 0) return centesimi(prodotti / ORA);
  return centesimi(dividiMezzoInSu(prodotti, ORA));
}

/** decimal.js keeps seven decimal digits a word: a number of up to two words is read off them without arithmetic. */
export function leggiOre(ore: Decimale): Ore {
  const { d, e, s } = ore;
  if (s === 1 && d !== null && e >= 0 && e < 7 && d.length <= 2) {
    const [interi = 0, decimali = 0] = d;
    if (decimali % 100_000 === 0) return interi * ORA + decimali / 100_000;
    return ore;
  }
  const centesimiDiOra = ore.times(ORA);
  const entro = centesimiDiOra.isInteger() && centesimiDiOra.abs().lessThan(Number.MAX_SAFE_INTEGER);
  return entro ? centesimiDiOra.toNumber() : ore;
}

/** True when the hours are more than a number of hundredths. */
export function superano(ore: Ore, centesimiDiOra: number): boolean {
  return typeof ore === 'number' ? ore > centesimiDiOra : ore.times(ORA).greaterThan(centesimiDiOra);
}

/** Hours × a whole number, exact. */
export function perVolte(ore: Ore, volte: number): Ore {
  return typeof ore === 'number' ? ore * volte : leggiOre(ore.times(volte));
}

/** Hours and hundredths of an hour together, exact. */
export function aggiungiOre(ore: Ore, centesimiDiOra: number): Ore {
  return typeof ore === 'number' ? ore + centesimiDiOra : leggiOre(ore.plus(centesimiDiOra / ORA));
}

/** The hours as hundredths, up to the next whole hour. */
export function perEccesso(ore: Ore): number {
  if (typeof ore !== 'number') return ore.ceil().toNumber() * ORA;
  const resto = ore % ORA;
  return resto === 0 ? ore : ore - resto + ORA;
}
