import type { RegoleMinimi } from '../norme/minimi.ts';
import { type Giorno, partiDelGiorno } from '../valori/giorno.ts';

/** Seniority rises matured on a day by who was hired on another: one every so many years, up to a number (CCNL art. 37). */
export function scattiMaturati(
  assunzione: Giorno,
  giorno: Giorno,
  { ogniAnni, massimo }: RegoleMinimi['scatti'],
): number {
  const [prima, dopo] = [partiDelGiorno(assunzione), partiDelGiorno(giorno)];
  const compiuto = giorno.slice(5) >= assunzione.slice(5);
  const anni = dopo.anno - prima.anno - (compiuto ? 0 : 1);
  return Math.min(massimo, Math.max(0, Math.floor(anni / ogniAnni)));
}
