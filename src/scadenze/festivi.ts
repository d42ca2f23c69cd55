import type { Norme } from '../norme/norme.ts';
import { type Festivita, vale } from '../norme/regole-scadenze.ts';
import { aggiungiGiorni, type Giorno, giorno, giornoDellaSettimana, partiDelGiorno } from '../valori/giorno.ts';

/**
 * The name of the holiday that day is (`domenica`, `Natale`, `Lunedì dell’Angelo`…), or null on a working day or Saturday.
 * Local patron saints are not counted: payments to INPS follow the national calendar.
 */
export function festivo(data: Giorno, norme: Norme): string | null {
  const festa = norme.scadenze.festivita.find((voce) => vale(voce, data) && cade(voce, data));
  if (festa !== undefined) return festa.nome;
  return giornoDellaSettimana(data) === 0 ? 'domenica' : null;
}

function cade(festa: Festivita, data: Giorno): boolean {
  const { anno, mese, delMese } = partiDelGiorno(data);
  if (festa.giorniDopoPasqua !== undefined) return data === aggiungiGiorni(pasqua(anno), festa.giorniDopoPasqua);
  return festa.mese === mese && festa.giorno === delMese;
}

/**
 * Easter Sunday of a year, by the Gregorian computus (Meeus/Jones/Butcher): every division below is exact or floor, as in
 * the published algorithm.
 */
export function pasqua(anno: number): Giorno {
  const a = anno % 19;
  const secolo = Math.floor(anno / 100);
  const c = anno % 100;
  const f = Math.floor((secolo + 8) / 25);
  const g = Math.floor((secolo - f + 1) / 3);
  const h = (19 * a + secolo - Math.floor(secolo / 4) - g + 15) % 30;
  const l = (32 + 2 * (secolo % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const somma = h + l - 7 * m + 114;
  return giorno(anno, Math.floor(somma / 31), (somma % 31) + 1);
}
