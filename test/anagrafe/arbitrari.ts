import fc from 'fast-check';
import { carattereDiControllo } from '../../src/anagrafe/carattere-di-controllo.ts';

/** Any well-made codice fiscale of a person, by the rules of D.M. 23/12/1976 and not by the parser's. */
export function codiceFiscaleArbitrario(): fc.Arbitrary<string> {
  return fc
    .record({
      lettere: fc.stringMatching(/^[A-Z]{6}$/),
      nato: fc.date({ min: new Date('1930-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
      donna: fc.boolean(),
      luogo: fc.stringMatching(/^[A-MZ][1-9]\d\d$/),
    })
    .map(({ lettere, nato, donna, luogo }) => {
      const anno = String(nato.getUTCFullYear() % 100).padStart(2, '0');
      const mese = 'ABCDEHLMPRST'[nato.getUTCMonth()] ?? '';
      const delMese = String(nato.getUTCDate() + (donna ? 40 : 0)).padStart(2, '0');
      const quindici = lettere + anno + mese + delMese + luogo;
      return quindici + carattereDiControllo(quindici);
    });
}

/** The code with the digits of the given places (a bit each, of seven) turned to letters, and its check character anew. */
export function conOmocodia(codice: string, posti: number): string {
  const caratteri = [...codice.slice(0, 15)];
  for (const [bit, posto] of [6, 7, 9, 10, 12, 13, 14].entries()) {
    const carattere = caratteri[posto] ?? '';
    if ((posti >> bit) & 1) caratteri[posto] = 'LMNPQRSTUV'[Number(carattere)] ?? carattere;
  }
  const quindici = caratteri.join('');
  return quindici + carattereDiControllo(quindici);
}
