import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildCodiceAvviso,
  codiceAvvisoDaIuv,
  formatCodiceAvviso,
  iuvDaCodiceAvviso,
  parseCodiceAvviso,
  type CodiceAvviso,
} from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';

describe('buildCodiceAvviso', () => {
  // The arithmetic of each line: the sixteen digits before the check, and their remainder by 93.
  it.each([
    ['0', '01', 123, '001000000000012370', '000000000012370'], // 0010000000000123 mod 93 = 70
    ['2', '', 123, '200000000000012332', '00000000000012332'], // 2000000000000123 mod 93 = 32
    ['3', '02', 123, '302000000000012320', '02000000000012320'], // 3020000000000123 mod 93 = 20
    ['3', '01', 12345, '301000000001234519', '01000000001234519'], // 3010000000012345 mod 93 = 19
    ['1', '', 12345678901234567n, '112345678901234567', '12345678901234567'], // aux 1 has no check digits
  ] as const)('aux %s, code %s, number %s gives %s', (auxDigit, codiceSegregazione, progressivo, codice, iuv) => {
    expect(buildCodiceAvviso({ auxDigit, codiceSegregazione, progressivo })).toEqual({ codiceAvviso: codice, iuv });
  });

  it('pads a remainder under ten', () => {
    // 3000000000000000 mod 93 = 3, and six more give 9.
    expect(buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '00', progressivo: 6 }).codiceAvviso).toBe(
      '300000000000000609',
    );
  });

  it('refuses a number that does not fit rather than cutting it', () => {
    const parti = { auxDigit: '3', codiceSegregazione: '01' } as const;
    expect(() => buildCodiceAvviso({ ...parti, progressivo: 10 ** 13 })).toThrow(RangeError);
    expect(() => buildCodiceAvviso({ ...parti, progressivo: -1 })).toThrow(RangeError);
    expect(() => buildCodiceAvviso({ ...parti, progressivo: 1.5 })).toThrow(RangeError);
    expect(() => buildCodiceAvviso({ ...parti, codiceSegregazione: '1', progressivo: 1 })).toThrow(RangeError);
  });
});

describe('parseCodiceAvviso', () => {
  // Codes printed by others: io-app, a public test string, GovPay's documentation.
  it.each([
    '300715700000000032',
    '301188340000064356',
    '001340105455507221',
    '001340809425510244',
    '002152784547130177',
  ])('%s has the check digits it should', (codice) => {
    expect(parseCodiceAvviso(codice).controlloValido).toBe(true);
  });

  it('reads an official sample with wrong check digits, and says that they are wrong', () => {
    expect(parseCodiceAvviso('3020 1238 7654 3123 84')).toEqual({
      codiceAvviso: '302012387654312384',
      auxDigit: '3',
      codiceApplicazione: null,
      codiceSegregazione: '02',
      base: '0123876543123',
      controllo: '84',
      controlloValido: false,
      iuv: '02012387654312384',
    });
  });

  it('reads aux digits that SACI does not define', () => {
    const parti = parseCodiceAvviso('470000008800999051');
    expect(parti).toMatchObject({ auxDigit: '4', controllo: null, controlloValido: null, iuv: '70000008800999051' });
  });

  it('tells application code from segregation code', () => {
    expect(parseCodiceAvviso('001000000000012370')).toMatchObject({
      codiceApplicazione: '01',
      codiceSegregazione: null,
      base: '0000000000123',
    });
    expect(parseCodiceAvviso('200000000000012332')).toMatchObject({
      codiceApplicazione: null,
      codiceSegregazione: null,
      base: '000000000000123',
    });
  });

  it.each([
    ['30100000000123451', 'ha 17 cifre'],
    ['3010000000012345199', 'ha 19 cifre'],
    ['30100000000123451O', 'non è fatto di sole cifre'],
    ['', 'non è fatto di sole cifre'],
  ])('refuses %j: %s', (testo, perche) => {
    expect(() => parseCodiceAvviso(testo)).toThrow(ErroreDati);
    expect(() => parseCodiceAvviso(testo)).toThrow(perche);
  });

  it('reads back everything that is built', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0', '1', '2', '3'),
        fc.integer({ min: 0, max: 99 }),
        fc.bigInt({ min: 0n, max: 10n ** 13n - 1n }),
        (auxDigit, codice, progressivo) => {
          const codiceSegregazione = String(codice).padStart(2, '0');
          const { codiceAvviso, iuv } = buildCodiceAvviso({ auxDigit, codiceSegregazione, progressivo });
          const parti = parseCodiceAvviso(formatCodiceAvviso(codiceAvviso));
          expect(parti.codiceAvviso).toBe(codiceAvviso);
          expect(parti.iuv).toBe(iuv);
          expect(BigInt(parti.base)).toBe(progressivo);
          expect(parti.controlloValido).toBe(auxDigit === '1' ? null : true);
        },
      ),
    );
  });

  it('notices any single wrong digit when there are check digits', () => {
    const giusto = '301000000001234519';
    for (let posto = 1; posto < 18; posto++) {
      for (let passo = 1; passo < 10; passo++) {
        const cifra = String((Number(giusto[posto]) + passo) % 10);
        const sbagliato = giusto.slice(0, posto) + cifra + giusto.slice(posto + 1);
        expect(parseCodiceAvviso(sbagliato).controlloValido, sbagliato).toBe(false);
      }
    }
  });
});

describe('formatCodiceAvviso', () => {
  it('groups by four', () => {
    expect(formatCodiceAvviso('301000000001234519' as CodiceAvviso)).toBe('3010 0000 0001 2345 19');
  });
});

describe('iuvDaCodiceAvviso', () => {
  it('takes 15 digits for aux 0 and 17 otherwise', () => {
    expect(iuvDaCodiceAvviso('001000000000012370' as CodiceAvviso)).toBe('000000000012370');
    expect(iuvDaCodiceAvviso('301000000001234519' as CodiceAvviso)).toBe('01000000001234519');
  });
});

describe('codiceAvvisoDaIuv', () => {
  it('is the way back, for every first digit', () => {
    for (const auxDigit of ['0', '1', '2', '3'] as const) {
      const ente = { auxDigit, codiceSegregazione: '07' };
      const { codiceAvviso, iuv } = buildCodiceAvviso({ ...ente, progressivo: 12_345 });
      expect(codiceAvvisoDaIuv(iuv, ente)).toBe(codiceAvviso);
    }
  });
});
