/** Letters of the months, January to December (D.M. 23/12/1976, art. 4). */
const MESI = 'ABCDEHLMPRST';
const GIORNI_DEL_MESE = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Added to a woman's day of birth. */
const DONNA = 40;

/** Day of birth as the codice fiscale tells it: the century is not there. */
export interface NascitaCodificata {
  readonly sesso: 'F' | 'M';
  /** Last two digits of the year. */
  readonly anno: number;
  readonly mese: number;
  readonly delMese: number;
}

/**
 * Reads the five characters `80A01` (year, letter of the month, day; women's day + 40).
 * @returns undefined when no calendar day of any century has these numbers
 */
export function parseNascita(cinque: string): NascitaCodificata | undefined {
  const anno = Number(cinque.slice(0, 2));
  const mese = MESI.indexOf(cinque[2] ?? '?') + 1;
  const codificato = Number(cinque.slice(3, 5));
  const sesso = codificato > DONNA ? 'F' : 'M';
  const delMese = sesso === 'F' ? codificato - DONNA : codificato;
  const ultimo = mese === 2 && anno % 4 !== 0 ? 28 : GIORNI_DEL_MESE[mese - 1];
  if (ultimo === undefined || delMese < 1 || delMese > ultimo) return undefined;
  return { sesso, anno, mese, delMese };
}
