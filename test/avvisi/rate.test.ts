import { beforeAll, describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import type { Pagabile } from '../../src/avvisi/dati-avviso.ts';
import { pagineRate } from '../../src/avvisi/modelli/modello-2018-rate.ts';
import { buildCodiceAvviso, formatCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, enteSenzaConto } from './dati-di-prova.ts';
import { apri, codici, lettura, testi, type TestoStampato } from './leggi-pdf.ts';

const rate: Pagabile[] = [1, 2, 3, 4, 5].map((n) => ({
  codiceAvviso: buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: 20_000 + n }).codiceAvviso,
  importo: centesimi(6_700 + n * 20),
  scadenza: giorno(2021, n, 28),
}));

describe('pagineRate', () => {
  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [2, 3]],
    [6, [3, 3]],
    [7, [2, 2, 3]],
    [8, [2, 3, 3]],
    [12, [3, 3, 3, 3]],
  ])('sets %d instalments by %j', (quante, attese) => {
    const tutte = Array.from({ length: quante }, () => rate[0] as Pagabile);
    expect(pagineRate(tutte).map((pagina) => pagina.length)).toEqual(attese);
    expect(pagineRate(tutte).flatMap((pagina) => pagina.map(({ numero }) => numero))).toEqual(
      Array.from({ length: quante }, (_, i) => i + 1),
    );
  });
});

describe('a notice in five instalments', () => {
  let pdf: Buffer;
  let pagine: TestoStampato[][];
  beforeAll(async () => {
    pdf = renderAvvisoPdf(datiAvviso({ rate }));
    pagine = await Promise.all([1, 2, 3].map((pagina) => testi(pdf, pagina)));
  });

  it('says on the first page that it can be paid in instalments', () => {
    const testo = pagine[0]?.map((pezzo) => pezzo.testo).join('\n') ?? '';
    expect(testo).toContain('Puoi pagare anche a rate');
    expect(testo).toContain('oppure in 5 rate (vedi pagina seguente).');
    expect(testo).toContain('La rateizzazione non prevede costi aggiuntivi.');
    expect(testo).toContain('relativa alla rata e al canale di pagamento che preferisci.');
  });

  it.each([
    [2, [1, 2]],
    [3, [3, 4, 5]],
  ])('page %d: each code says what is printed beside it', async (pagina, numeri) => {
    const trovati = await codici(pdf, pagina);
    const attesi = numeri.map((n) => rate[n - 1] as Pagabile);
    const qr = trovati.filter(({ formato }) => formato === 'QRCode').map(({ testo }) => parseQrAvviso(testo));
    const poste = trovati
      .filter(({ formato }) => formato === 'DataMatrix')
      .map(({ testo }) => parseDataMatrixAvviso(testo));
    for (const letti of [qr, poste]) {
      expect(letti.map(({ codiceAvviso, importo }) => ({ codiceAvviso, importo }))).toEqual(
        attesi.map(({ codiceAvviso, importo }) => ({ codiceAvviso, importo })),
      );
    }
    for (const { codiceAvviso } of attesi) {
      const stampati = pagine[pagina - 1]?.filter(({ testo }) => testo === formatCodiceAvviso(codiceAvviso));
      expect(stampati).toHaveLength(2);
    }
  });

  // Baselines measured on pages 12 and 13 of the guide (version 2.2).
  it.each([
    [2, 'Rate 1° e 2° - Contributi lavoro domestico 4° trimestre 2020', 10.62, 30.21],
    [2, '1° RATA', 50.84, 48.19],
    [2, '2° RATA', 152.75, 48.19],
    [2, '67,20', 49.82, 60.19],
    [2, '67,40', 154.04, 60.19],
    [2, 'Mario Rossi', 41.28, 70.38],
    [2, 'AAQV6', 115.52, 103],
    [2, '80078750587', 36.24, 103],
    [2, '3010 0000 0002 0001 49', 10.9, 113.15],
    [2, '3010 0000 0002 0002 50', 115.13, 113.15],
    [2, 'BOLLETTINO POSTALE PA', 11.02, 136.97],
    [2, '1234567', 87.09, 158.01],
    [2, 'Mario Rossi', 81.37, 175.03],
    [2, '80078750587', 131.48, 193.39],
    [2, 'BOLLETTINO POSTALE PA', 11.02, 215.66],
    [2, '3010 0000 0002 0002 50', 62.96, 272.08],
    [3, '3° RATA', 10.56, 48.19],
    [3, '5° RATA', 148.5, 48.19],
    [3, '67,80', 106.42, 63.81],
    [3, 'AAQV6', 78.7, 103.31],
    [3, '3010 0000 0002 0005 53', 148.35, 113.08],
    [3, 'altri canali di pagamento abilitati.', 10.47, 123.72],
    [3, '1234567', 87.44, 142.97],
    [3, 'Mario Rossi', 92.3, 212.88],
    [3, '3010 0000 0002 0005 53', 63.31, 286.37],
    [3, 'P1', 117.93, 286.37],
  ])('page %d prints «%s» where the model has it', (pagina, testo, x, y) => {
    const vicini = pagine[pagina - 1]?.filter((p) => p.testo.trim() === testo) ?? [];
    expect(
      vicini.some((p) => Math.abs(p.x - x) < 1 && Math.abs(p.y - y) < 1),
      JSON.stringify(vicini),
    ).toBe(true);
  });

  it('names each instalment in a heading, and says in every portion that it cannot be paid', async () => {
    const letto = await lettura(pdf, 3);
    expect(letto.filter(([ruolo]) => ruolo === 'H2').map(([, testo]) => testo)).toEqual([
      '3° RATA entro il 28/03/2021',
      '4° RATA entro il 28/04/2021',
      '5° RATA entro il 28/05/2021',
      'BOLLETTINO POSTALE PA',
      'BOLLETTINO POSTALE PA',
      'BOLLETTINO POSTALE PA',
    ]);
    expect(pagine[2]?.filter(({ testo }) => testo === 'FAC-SIMILE: NON PAGABILE')).toHaveLength(6);
  });

  it('has no postal strips without a postal account', async () => {
    const senza = renderAvvisoPdf(datiAvviso({ rate, ente: enteSenzaConto() }));
    expect((await apri(senza)).numPages).toBe(3);
    expect((await codici(senza, 3)).map(({ formato }) => formato)).toEqual(['QRCode', 'QRCode', 'QRCode']);
  });

  it('refuses one instalment alone', () => {
    expect(() => renderAvvisoPdf(datiAvviso({ rate: rate.slice(0, 1) }))).toThrow(
      expect.objectContaining({
        codice: 'rate-non-valide',
      }),
    );
  });
});
