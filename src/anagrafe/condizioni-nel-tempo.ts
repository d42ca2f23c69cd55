import { type Giorno, aggiungiGiorni } from '../valori/giorno.ts';
import type { Condizioni, RapportoDiLavoro } from './rapporto-di-lavoro.ts';

/** The terms that hold from `dal` to `al`, both included. */
export interface PeriodoDiCondizioni {
  readonly dal: Giorno;
  readonly al: Giorno;
  readonly condizioni: Condizioni;
}

/** The terms that hold on that day: the last ones that began by then (before all of them, the first ones agreed). */
export function condizioniAl(rapporto: RapportoDiLavoro, giorno: Giorno): Condizioni {
  return rapporto.condizioni.findLast((condizioni) => condizioni.dal <= giorno) ?? rapporto.condizioni[0];
}

/**
 * The days of a period in which the rapporto exists, cut where its terms change.
 * @returns in order; empty when the rapporto begins after `al` or ended before `dal`
 */
export function condizioniNelPeriodo(rapporto: RapportoDiLavoro, dal: Giorno, al: Giorno): PeriodoDiCondizioni[] {
  const primo = rapporto.assunzione > dal ? rapporto.assunzione : dal;
  const ultimo = rapporto.cessazione !== undefined && rapporto.cessazione < al ? rapporto.cessazione : al;
  const periodi: PeriodoDiCondizioni[] = [];
  let inizio = primo;
  while (inizio <= ultimo) {
    const condizioni = condizioniAl(rapporto, inizio);
    const cambio = rapporto.condizioni.find((altre) => altre.dal > inizio)?.dal;
    const fine = cambio !== undefined && cambio <= ultimo ? aggiungiGiorni(cambio, -1) : ultimo;
    periodi.push({ dal: inizio, al: fine, condizioni });
    inizio = aggiungiGiorni(fine, 1);
  }
  return periodi;
}
