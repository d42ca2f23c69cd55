/** What a character in an odd place (first, third, …) adds to the sum: D.M. 23/12/1976, art. 8; digits count as A-J. */
const DISPARI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/**
 * The sixteenth character of a codice fiscale (D.M. 23/12/1976).
 * @param primiQuindici fifteen upper-case letters or digits
 */
export function carattereDiControllo(primiQuindici: string): string {
  let somma = 0;
  for (const [indice, carattere] of [...primiQuindici].entries()) {
    const valore = indexInAlphabet(carattere);
    somma += indice % 2 === 0 ? (DISPARI[valore] ?? 0) : valore;
  }
  return String.fromCharCode(65 + (somma % 26));
}

/**
 * The eleventh digit of a numeric codice fiscale, the same rule as the partita IVA (D.M. 23/12/1976): digits in even places
 * are doubled, less nine above nine; the digit completes the sum to a multiple of ten.
 * @param primeDieci ten digits
 */
export function cifraDiControllo(primeDieci: string): string {
  let somma = 0;
  for (const [indice, cifra] of [...primeDieci].entries()) {
    const valore = Number(cifra);
    const doppio = valore * 2;
    somma += indice % 2 === 0 ? valore : doppio > 9 ? doppio - 9 : doppio;
  }
  return String((10 - (somma % 10)) % 10);
}

function indexInAlphabet(carattere: string): number {
  return carattere <= '9' ? Number(carattere) : carattere.charCodeAt(0) - 65;
}
