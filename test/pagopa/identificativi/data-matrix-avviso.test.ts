import { describe, expect, it } from 'vitest';
import type { CodiceAvviso } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { buildDataMatrixAvviso, parseDataMatrixAvviso } from '../../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';

const dati = {
  codiceAvviso: '301000000001234519' as CodiceAvviso,
  numeroConto: '1234567',
  importo: centesimi(15_000),
  codiceFiscaleEnte: '80078750587',
  codiceFiscaleDebitore: 'RSSMRA80A01D620V',
  nomeDebitore: 'Mario Rossi',
  oggetto: 'Contributi 1-2021',
};

/** The 256 characters, field by field as the table of SANP 2.2 gives them. */
const atteso = [
  'codfase=',
  'NBPA;',
  '18',
  '301000000001234519',
  '12',
  '000001234567',
  '10',
  '0000015000',
  '3',
  '896',
  '1',
  'P1',
  '80078750587',
  'RSSMRA80A01D620V',
  'MARIO ROSSI'.padEnd(40),
  'CONTRIBUTI 1-2021'.padEnd(110),
  ' '.repeat(12),
  'A',
].join('');

describe('buildDataMatrixAvviso', () => {
  it('writes 256 characters at fixed places', () => {
    expect(buildDataMatrixAvviso(dati)).toBe(atteso);
    expect(atteso).toHaveLength(256);
  });

  it('folds names to what slip readers take', () => {
    const testo = buildDataMatrixAvviso({
      ...dati,
      nomeDebitore: 'Łucja D’Agostòni-Müller; «Юлія»',
      oggetto: 'Contributi 4/2020 €',
    });
    expect(testo.slice(93, 133)).toBe("LUCJA D'AGOSTONI-MULLER   IULIIA ".padEnd(40));
    expect(testo.slice(133, 243)).toBe('CONTRIBUTI 4 2020 EUR'.padEnd(110));
    expect(testo).toHaveLength(256);
  });

  it('cuts long names at their field, so that no other field moves', () => {
    const testo = buildDataMatrixAvviso({ ...dati, nomeDebitore: 'X'.repeat(90), oggetto: 'Y'.repeat(200) });
    expect(testo.slice(93, 133)).toBe('X'.repeat(40));
    expect(testo.slice(133, 243)).toBe('Y'.repeat(110));
    expect(testo.slice(243)).toBe(' '.repeat(12) + 'A');
  });

  it('refuses what does not fit', () => {
    expect(() => buildDataMatrixAvviso({ ...dati, importo: centesimi(10_000_000_000) })).toThrow(RangeError);
    expect(() => buildDataMatrixAvviso({ ...dati, numeroConto: '1234567890123' })).toThrow(RangeError);
    expect(() => buildDataMatrixAvviso({ ...dati, numeroConto: 'IT60X' })).toThrow(RangeError);
  });
});

describe('parseDataMatrixAvviso', () => {
  it('reads PagoPA’s own sample', () => {
    const campione =
      'codfase=NBPA;18470000008800999051' +
      '12000000123456' +
      '100000150000' +
      '38961P199999000013' +
      'FFFCST83A15L113V' +
      'Mario Rossi'.padEnd(40) +
      'Avviso Pagamento di TEST'.padEnd(110) +
      ' '.repeat(12) +
      'A';
    expect(parseDataMatrixAvviso(campione)).toEqual({
      codiceAvviso: '470000008800999051',
      numeroConto: '000000123456',
      importo: 150_000,
      codiceFiscaleEnte: '99999000013',
      codiceFiscaleDebitore: 'FFFCST83A15L113V',
      nomeDebitore: 'Mario Rossi',
      oggetto: 'Avviso Pagamento di TEST',
    });
  });

  it('reads back what is written', () => {
    expect(parseDataMatrixAvviso(atteso)).toMatchObject({ codiceAvviso: dati.codiceAvviso, importo: 15_000 });
  });

  it.each(['', atteso.slice(0, 255), `${atteso}A`, atteso.replace('P1', 'P2')])('refuses another text', (testo) => {
    expect(() => parseDataMatrixAvviso(testo)).toThrow(ErroreDati);
  });
});
