import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carattereDiControllo, cifraDiControllo } from '../../src/anagrafe/carattere-di-controllo.ts';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { codiceFiscaleArbitrario, conOmocodia } from './arbitrari.ts';

function refusal(testo: string): string {
  try {
    parseCodiceFiscale(testo);
  } catch (errore) {
    if (errore instanceof ErroreDati) return errore.codice;
    throw errore;
  }
  return 'accepted';
}

describe('parseCodiceFiscale', () => {
  it.each([
    ['RSSMRA80A01H501U', 'the code every Italian form shows as its example'],
    ['VRDGPP13R10B293P', 'the example of the numbering rules'],
    ['MRTMTT91D08F205J', 'a published example: born in Milan'],
    ['MLLSNT82P65Z404U', 'a woman (day + 40) born abroad (Z404, United States)'],
  ])('%s is accepted: %s', (codice) => {
    expect(refusal(codice)).toBe('accepted');
  });

  it('is written in upper case without spaces, however it came', () => {
    expect(parseCodiceFiscale(' rss mra 80a01 h501u ')).toBe('RSSMRA80A01H501U');
  });

  it.each([
    ['', 'codice-fiscale-lunghezza'],
    ['RSSMRA80A01H501', 'codice-fiscale-lunghezza'],
    ['RSSMRA80A01H501UU', 'codice-fiscale-lunghezza'],
    ['R'.repeat(100_000), 'codice-fiscale-lunghezza'],
    ['RSSMR180A01H501U', 'codice-fiscale-caratteri'],
    ['RSSMRA8XA01H501U', 'codice-fiscale-caratteri'],
    ['RSSMRA80A01H5O1U', 'codice-fiscale-caratteri'],
    ['RSSMRÀ80A01H501U', 'codice-fiscale-caratteri'],
    ['RSSMRA80A01H5011', 'codice-fiscale-caratteri'],
    ['RSSMRA80F01H501U', 'codice-fiscale-data'],
    ['RSSMRA80A00H501U', 'codice-fiscale-data'],
    ['RSSMRA80A32H501U', 'codice-fiscale-data'],
    ['RSSMRA80A40H501U', 'codice-fiscale-data'],
    ['RSSMRA80A72H501U', 'codice-fiscale-data'],
    ['RSSMRA80B30H501U', 'codice-fiscale-data'],
    ['RSSMRA81B29H501U', 'codice-fiscale-data'],
    ['RSSMRA80A01N501U', 'codice-fiscale-comune'],
    ['RSSMRA80A01H000U', 'codice-fiscale-comune'],
    ['RSSMRA80A01H501V', 'codice-fiscale-carattere-di-controllo'],
    ['RSSMAR80A01H501U', 'codice-fiscale-carattere-di-controllo'],
    ['FFFCST83A15L113V', 'codice-fiscale-carattere-di-controllo'],
  ])('%s is refused: %s', (testo, codice) => {
    expect(refusal(testo)).toBe(codice);
  });

  it('names the place of the wrong character', () => {
    expect(() => parseCodiceFiscale('RSSMRA80A01H5O1U', 'datore')).toThrow(
      /datore: il carattere numero 14 \(«O»\).*cifra/,
    );
  });

  it('accepts 29 February of leap years only', () => {
    const quindici = (anno: string) => `RSSMRA${anno}B29H501`;
    const codice = (anno: string) => quindici(anno) + carattereDiControllo(quindici(anno));
    expect(refusal(codice('80'))).toBe('accepted');
    expect(refusal(codice('00'))).toBe('accepted');
    expect(refusal(codice('81'))).toBe('codice-fiscale-data');
  });

  it('accepts the provisional eleven digits by their own check digit', () => {
    // INPS's codice fiscale; 8+0+0+7+8+7+5+0+7+5 with even places doubled (0 0 14→5 … ) ends in 7.
    expect(parseCodiceFiscale('80078750587')).toBe('80078750587');
    expect(refusal('80078750588')).toBe('codice-fiscale-carattere-di-controllo');
    expect(refusal('00000000000')).toBe('codice-fiscale-carattere-di-controllo');
    expect(refusal('8007875058')).toBe('codice-fiscale-lunghezza');
  });

  it('accepts every well-made code, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(codiceFiscaleArbitrario(), (codice) => {
        expect(parseCodiceFiscale(codice.toLowerCase())).toBe(codice);
      }),
    );
  });

  it('accepts every omocodia variant, as the code of somebody else (AB-33)', () => {
    fc.assert(
      fc.property(codiceFiscaleArbitrario(), fc.integer({ min: 1, max: 127 }), (codice, posti) => {
        const variante = conOmocodia(codice, posti);
        expect(variante).not.toBe(codice);
        expect(parseCodiceFiscale(variante)).toBe(variante);
      }),
    );
  });

  it('refuses every code with one check character changed', () => {
    fc.assert(
      fc.property(codiceFiscaleArbitrario(), fc.integer({ min: 1, max: 25 }), (codice, passo) => {
        const altro = String.fromCharCode(65 + ((codice.charCodeAt(15) - 65 + passo) % 26));
        expect(refusal(codice.slice(0, 15) + altro)).toBe('codice-fiscale-carattere-di-controllo');
      }),
    );
  });

  it('refuses every single wrong digit of eleven', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{10}$/).filter((t) => !/^0+$/.test(t)),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (dieci, posto, passo) => {
          const codice = dieci + cifraDiControllo(dieci);
          expect(refusal(codice)).toBe('accepted');
          const cifra = String((Number(codice[posto]) + passo) % 10);
          expect(refusal(codice.slice(0, posto) + cifra + codice.slice(posto + 1))).not.toBe('accepted');
        },
      ),
    );
  });

  it('never throws anything but its own refusals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 45 }), (testo) => refusal(testo) !== ''),
      {
        numRuns: 50,
      },
    );
  });
});
