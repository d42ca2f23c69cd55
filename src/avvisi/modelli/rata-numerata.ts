import type { Pagabile } from '../dati-avviso.ts';

/** An instalment with its number, from 1. */
export interface RataNumerata extends Pagabile {
  readonly numero: number;
}

export function numerate(rate: readonly Pagabile[]): readonly RataNumerata[] {
  return rate.map((rata, i) => ({ ...rata, numero: i + 1 }));
}
