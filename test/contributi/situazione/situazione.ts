import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import type { Calcolo } from '../../../src/contributi/calcolo.ts';
import { normePer } from '../dati.ts';

/** One set of terms that holds since long before, as a person writes it. */
export function condizioni(diverse: object = {}): object {
  return { dal: '2015-01-01', oreSettimanali: '25', ...diverse };
}

/** Results of a quarter of 2020 told as a person writes it; `termini` replaces the one set of terms. */
export function trimestre(diverso: object, ...termini: object[]): Calcolo[] {
  const situazione = { trimestre: '4/2020', condizioni: termini.length === 0 ? [condizioni()] : termini, ...diverso };
  const letta = parseSituazione(situazione);
  return calcolaTrimestre(letta, normePer(letta));
}

/** The only result of a quarter that gives one. */
export function solo(diverso: object, ...termini: object[]): Calcolo {
  const [primo, secondo] = trimestre(diverso, ...termini);
  if (primo === undefined || secondo !== undefined) throw new Error('not exactly one result');
  return primo;
}

/** Paid hours of each week, as text: `25 25 0 …`. */
export function oreSettimane({ dettaglio }: Calcolo): string {
  return (dettaglio?.settimane ?? []).map(({ ore }) => ore.toFixed()).join(' ');
}

/** The requirements of the over-80 relief, all met. */
export const REQUISITI_OVER_80 = {
  ottantenne: true,
  accompagnamento: true,
  isee: '5000',
  assistenza: true,
  rapportoNeiSeiMesi: false,
  parente: false,
};
