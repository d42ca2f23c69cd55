import { giorno, partiDelGiorno, type Giorno } from '../valori/giorno.ts';

/** The same day `mesi` months later (earlier when negative); the month's last day where it has no such day. */
export function addMonths(dal: Giorno, mesi: number): Giorno {
  const { anno, mese, delMese } = partiDelGiorno(dal);
  const indice = anno * 12 + (mese - 1) + mesi;
  const annoArrivo = Math.floor(indice / 12);
  const meseArrivo = indice - annoArrivo * 12 + 1;
  const ultimo = new Date(Date.UTC(annoArrivo, meseArrivo, 0)).getUTCDate();
  return giorno(annoArrivo, meseArrivo, Math.min(delMese, ultimo));
}
