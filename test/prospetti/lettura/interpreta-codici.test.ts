import { describe, expect, it } from 'vitest';
import { norme } from '../../../src/norme/norme.ts';
import { buildCodiceAvviso } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { buildDataMatrixAvviso } from '../../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { buildQrAvviso } from '../../../src/pagopa/identificativi/qr-avviso.ts';
import { campiVerificaDaAvviso, interpretaCodici, letturaToJson } from '../../../src/prospetti/lettura/index.ts';
import { parseDatiVerifica, verifica } from '../../../src/prospetti/verifica/index.ts';
import { centesimi } from '../../../src/valori/denaro.ts';

const INPS = '80078750587';
const { codiceAvviso } = buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '02', progressivo: 12345 });

const qr = (importo: number, codiceFiscaleEnte = INPS) => ({
  formato: 'QRCode' as const,
  testo: buildQrAvviso({ codiceAvviso, codiceFiscaleEnte, importo: centesimi(importo) }),
  pagina: 1,
});
const dataMatrix = (importo: number, oggetto = 'Contributi lavoro domestico 4/2020') => ({
  formato: 'DataMatrix' as const,
  testo: buildDataMatrixAvviso({
    codiceAvviso,
    numeroConto: '123456',
    importo: centesimi(importo),
    codiceFiscaleEnte: INPS,
    codiceFiscaleDebitore: 'RSSMRA80A01D620V',
    nomeDebitore: 'Mario Rossi',
    oggetto,
  }),
  pagina: 2,
});

describe('the codes of a notice', () => {
  it('are put together: number, creditor, amount, debtor, subject', () => {
    const { avvisi, estranei, sintesi } = interpretaCodici([qr(33800), dataMatrix(33800)]);
    expect(estranei).toEqual([]);
    expect(avvisi).toHaveLength(1);
    expect(avvisi[0]).toMatchObject({
      codiceAvviso,
      controlloValido: true,
      inps: true,
      importo: 33800,
      debitore: { codiceFiscale: 'RSSMRA80A01D620V', nome: 'MARIO ROSSI' },
      contoPostale: '000000123456',
      letti: ['QRCode', 'DataMatrix'],
      pagina: 1,
      indizi: { trimestre: { anno: 2020, numero: 4 }, codiceInps: null },
      avvertenze: [],
    });
    expect(sintesi).toBe('Avviso 3020 0000 0001 2345 59, 338,00 €, creditore INPS.');
  });

  it('are enough one at a time', () => {
    expect(interpretaCodici([qr(33800)]).avvisi[0]).toMatchObject({ importo: 33800, debitore: null, oggetto: null });
    expect(interpretaCodici([dataMatrix(33800)]).avvisi[0]).toMatchObject({ importo: 33800, letti: ['DataMatrix'] });
  });

  it('warn when they disagree, when the creditor is not INPS, when the check digits are wrong', () => {
    expect(interpretaCodici([qr(33800), dataMatrix(33801)]).avvisi[0]?.avvertenze).toEqual([
      'Il codice QR dice 338,00 €, il bollettino postale 338,01 €: non pagare prima di aver chiarito.',
    ]);
    const altro = interpretaCodici([qr(33800, '99999000013'), dataMatrix(33800)]).avvisi[0];
    expect(altro?.inps).toBe(false);
    expect(altro?.avvertenze).toHaveLength(2);
    const golden = 'PAGOPA|002|302012387654312384|80078750587|33800';
    const sbagliato = interpretaCodici([{ formato: 'QRCode', testo: golden, pagina: 1 }]).avvisi[0];
    expect(sbagliato?.controlloValido).toBe(false);
    expect(sbagliato?.avvertenze[0]).toMatch(/cifre di controllo/);
  });

  it('of other things are set aside, and said', () => {
    const web = { formato: 'QRCode' as const, testo: 'https://www.example.it', pagina: 1 };
    expect(interpretaCodici([web, qr(33800)])).toMatchObject({ estranei: [web], avvisi: [{ codiceAvviso }] });
    expect(interpretaCodici([web]).sintesi).toMatch(/non sono di un avviso/);
    expect(interpretaCodici([]).sintesi).toMatch(/nessun codice/);
    expect(letturaToJson(interpretaCodici([web])).codiciEstranei).toBe(1);
  });
});

describe('checking the amount read', () => {
  it('starts from the quarter in the subject, and ends in the 25 hours of the real row', () => {
    const avviso = interpretaCodici([qr(33800), dataMatrix(33800)]).avvisi[0];
    const esito = verifica(parseDatiVerifica(campiVerificaDaAvviso(avviso!)), norme());
    expect(esito.ipotesi[0]?.calcolo.ore.toFixed()).toBe('325');
  });

  it('takes an INPS code in the subject, and lets the person overrule it', () => {
    const avviso = interpretaCodici([dataMatrix(33800, 'LAVORO DOMESTICO 991097845204027')]).avvisi[0]!;
    expect(avviso.indizi).toEqual({ trimestre: { anno: 2020, numero: 4 }, codiceInps: '991097845204027' });
    expect(campiVerificaDaAvviso(avviso)).toMatchObject({ trimestre: '4/2020', importo: '338.00' });
    expect(campiVerificaDaAvviso(avviso, { trimestre: '3/2020' })).toEqual({ trimestre: '3/2020', importo: '338.00' });
  });

  it('guesses nothing from fifteen digits or numbers that are no quarter', () => {
    const avviso = interpretaCodici([dataMatrix(33800, 'Pratica 123456789209999 del 5 2020')]).avvisi[0];
    expect(avviso?.indizi).toEqual({ trimestre: null, codiceInps: null });
  });
});
