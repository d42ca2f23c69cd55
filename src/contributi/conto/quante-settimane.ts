import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { ultimoGiorno } from '../situazione/calendario.ts';
import type { Situazione } from '../situazione/situazione.ts';

/** Weeks of the quarter in which the rapporto exists, or its unworked notice is paid, at least one day. */
export function quanteSettimane(situazione: Situazione, { settimane, estremi }: ContestoTrimestre): number {
  const { assunzione } = situazione;
  const fine = ultimoGiorno(situazione);
  const dallInizio = assunzione === undefined || assunzione <= estremi.domenica;
  const allaFine = fine === undefined || fine >= estremi.sabato;
  if (dallInizio && allaFine) return settimane.length;
  let dentro = 0;
  for (const { domenica, sabato } of settimane) {
    if ((dallInizio || sabato >= assunzione) && (allaFine || domenica <= fine)) dentro++;
  }
  return dentro;
}
