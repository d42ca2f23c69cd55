import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import type { Situazione } from '../contributi/situazione/situazione.ts';

/** The text form of a `Situazione`, as files and the API give it (`parseSituazione`). */
export type SituazioneTesto = Readonly<Record<string, unknown>>;

/** What bollettini are computed from: one figure of hours and pay, or the quarter as it was. */
export type BaseDiCalcolo =
  | { readonly forma: 'semplice'; readonly dati: DatiCalcolo }
  | { readonly forma: 'situazione'; readonly testo: SituazioneTesto };

/** The calculation over the rules in force. */
export interface Calcolatore {
  /** One result, or two where weeks cut by their days fall on both sides of 24 hours. */
  semplice(dati: DatiCalcolo): readonly Calcolo[];
  /** One result a group of weeks. */
  trimestre(situazione: Situazione): readonly Calcolo[];
}

/** One result a group of weeks, at least one. */
export function calcolaBase(base: BaseDiCalcolo, calcolatore: Calcolatore): readonly Calcolo[] {
  return base.forma === 'semplice'
    ? calcolatore.semplice(base.dati)
    : calcolatore.trimestre(parseSituazione(base.testo));
}
