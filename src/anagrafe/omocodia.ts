/** When two people would get the same code, digits become these letters, from 0 to 9 (D.M. 23/12/1976, art. 6). */
const LETTERE = 'LMNPQRSTUV';

/** Places (from zero) of the seven digits of a codice fiscale: year, day, birthplace. */
const POSTI = [6, 7, 9, 10, 12, 13, 14] as const;

/**
 * The code with its seven digits as digits: omocodia undone. Two codes with the same result and different check
 * characters belong to different people born alike.
 * @param codice sixteen upper-case characters
 * @returns the first fifteen characters, digits restored; undefined when a digit's place holds a letter that cannot be one
 */
export function senzaOmocodia(codice: string): string | undefined {
  const caratteri = [...codice.slice(0, 15)];
  for (const posto of POSTI) {
    const cifra = toDigit(caratteri[posto] ?? '');
    if (cifra === undefined) return undefined;
    caratteri[posto] = cifra;
  }
  return caratteri.join('');
}

function toDigit(carattere: string): string | undefined {
  if (/^\d$/.test(carattere)) return carattere;
  const indice = carattere === '' ? -1 : LETTERE.indexOf(carattere);
  return indice < 0 ? undefined : String(indice);
}
