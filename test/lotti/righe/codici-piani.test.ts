import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carattereDiControllo } from '../../../src/anagrafe/carattere-di-controllo.ts';
import { parseCodiceFiscale } from '../../../src/anagrafe/codice-fiscale.ts';
import { isPlainCodiceFiscale, isPlainCodiceRapporto, numeroPiano } from '../../../src/lotti/righe/codici-piani.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';

const isPlain = (testo: string) => isPlainCodiceFiscale(Buffer.from(`;${testo};`), 1, 1 + Buffer.byteLength(testo));

function isParsed(testo: string): boolean {
  try {
    return parseCodiceFiscale(testo) === testo;
  } catch (errore) {
    if (errore instanceof ErroreDati) return false;
    throw errore;
  }
}

const cifre = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
const lettere = (testo: string) => fc.constantFrom(...testo);
/** Codes of the right shape with their check character, good days and bad ones. */
const conControllo = fc
  .tuple(fc.stringMatching(/^[A-Z]{6}$/), cifre(2), lettere('ABCDEHLMPRSTXZ'), cifre(2), lettere('ABHMLNZ'), cifre(3))
  .map((parti) => parti.join(''))
  .map((quindici) => quindici + carattereDiControllo(quindici));

describe('isPlainCodiceFiscale', () => {
  it('knows a plain code', () => {
    expect(isPlain('RSSMRA80A01D620V')).toBe(true);
    expect(isPlain('RSSMRA80A41D620Z')).toBe(isParsed('RSSMRA80A41D620Z'));
  });

  it('never accepts what the parser refuses', () => {
    fc.assert(
      fc.property(conControllo, (codice) => !isPlain(codice) || isParsed(codice)),
      { numRuns: 5000 },
    );
  });

  it('accepts what the parser accepts, up to the 28th of the month', () => {
    fc.assert(
      fc.property(conControllo, (codice) => {
        const giorno = Number(codice.slice(9, 11)) % 40;
        return giorno > 28 || isPlain(codice) === isParsed(codice);
      }),
      { numRuns: 5000 },
    );
  });

  it('notices any one character changed', () => {
    const buono = 'RSSMRA80A01D620V';
    for (let posto = 0; posto < 16; posto++) {
      for (const carattere of 'AZ09LÀ') {
        const altro = buono.slice(0, posto) + carattere + buono.slice(posto + 1);
        expect([altro, isPlain(altro) && !isParsed(altro)]).toEqual([altro, false]);
      }
    }
  });
});

describe('isPlainCodiceRapporto', () => {
  it.each([
    ['9910978451', true],
    ['99109784511', true],
    ['991097845', false],
    ['991097845112', false],
    ['9910978451A', false],
    ['9910978451 ', false],
  ])('%s: %s', (testo, atteso) => {
    expect(isPlainCodiceRapporto(Buffer.from(`;${testo};`), 1, 1 + testo.length)).toBe(atteso);
  });
});

it('a plain codice rapporto is the number that its digits write', () => {
  for (const testo of ['9910978451', '99109784511', '00000000000', '99999999999']) {
    expect(numeroPiano(Buffer.from(`;${testo};`), 1, 1 + testo.length)).toBe(Number(testo));
  }
});
