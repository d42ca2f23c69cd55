import { describe, expect, it } from 'vitest';
import type { CodiceAvviso } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { buildQrAvviso, parseQrAvviso } from '../../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';

const INPS = '80078750587';
const codiceAvviso = '301000000001234519' as CodiceAvviso;

describe('buildQrAvviso', () => {
  it('writes the five fields of the guide', () => {
    expect(buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: INPS, importo: centesimi(15_000) })).toBe(
      'PAGOPA|002|301000000001234519|80078750587|15000',
    );
  });

  it('writes at least two digits of cents', () => {
    expect(buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: INPS, importo: centesimi(5) })).toMatch(/\|05$/);
  });

  it('keeps leading zeros', () => {
    const qr = { codiceAvviso: '001000000000012370' as CodiceAvviso, codiceFiscaleEnte: '01199250158' };
    expect(buildQrAvviso({ ...qr, importo: centesimi(100) })).toBe('PAGOPA|002|001000000000012370|01199250158|100');
  });

  it.each([0, -1, 100_000_000_000])('refuses %d cents', (importo) => {
    expect(() => buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: INPS, importo: centesimi(importo) })).toThrow(
      RangeError,
    );
  });
});

describe('parseQrAvviso', () => {
  // Decoded from PagoPA's own sample notices, and from its guides.
  it.each([
    ['PAGOPA|002|470000008800999051|99999000013|150000', '470000008800999051', '99999000013', 150_000],
    ['PAGOPA|002|470000008800999051|99999000013|300000', '470000008800999051', '99999000013', 300_000],
    ['PAGOPA|002|000000000000000000|00000000000|9999', '000000000000000000', '00000000000', 9_999],
    ['PAGOPA|002|000000000000000000|01199250158|0000015000', '000000000000000000', '01199250158', 15_000],
    ['PAGOPA|002|301000000001234519|80078750587|15000|', '301000000001234519', INPS, 15_000],
  ])('reads %s', (testo, codice, codiceFiscaleEnte, importo) => {
    expect(parseQrAvviso(testo)).toEqual({ codiceAvviso: codice, codiceFiscaleEnte, importo });
  });

  it.each([
    'https://example.org',
    'PAGOPA|003|301000000001234519|80078750587|15000',
    'PAGOPA|002|30100000000123451|80078750587|15000',
    'PAGOPA|002|301000000001234519|80078750587|-100',
    'PAGOPA|002|301000000001234519|80078750587|150.00',
  ])('refuses %s', (testo) => {
    expect(() => parseQrAvviso(testo)).toThrow(ErroreDati);
  });
});
