import { beforeAll, describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../../src/avvisi/avvisi-pdf.ts';
import { codici, testi, type CodiceTrovato, type TestoStampato } from '../leggi-pdf.ts';
import { dati3, enteBreve, rate, senzaConto, senzaScadenza } from './dati-3.ts';

type Misura = readonly [testo: string, x: number, y: number];

/** Printed words that begin here; the text may go on. */
function at(stampato: readonly TestoStampato[], [testo, x, y]: Misura): boolean {
  return stampato.some((p) => p.testo.trim().startsWith(testo) && Math.abs(p.x - x) < 1 && Math.abs(p.y - y) < 1);
}

function nearest(stampato: readonly TestoStampato[], testo: string): string {
  return JSON.stringify(stampato.filter((p) => p.testo.includes(testo)).map(({ x, y }) => [x, y]));
}

/**
 * Where PagoPA's own generator prints the labels, measured on what it printed: start and baseline, millimetres from the top
 * left corner. What begins to the right of 150 is set flush right, so its start is that of these very words.
 */
const PRIMA_PARTE: readonly Misura[] = [
  ['AVVISO DI PAGAMENTO', 28.99, 12.88],
  ['Avviso di prova', 10, 28.75],
  ['ENTE CREDITORE', 10, 48.6],
  ['DESTINATARIO', 113.99, 48.6],
  ['Comune di Prova', 10, 62.09],
  ['Mario Rossi', 113.99, 62.09],
  ['Via Prima 1', 113.99, 73.73],
  ['00100 Roma (RM)', 113.99, 79.82],
];

const CON_SETTORE: readonly Misura[] = [
  ['Settore di prova', 10, 73.73],
  ['Informazioni di prova', 10, 84.05],
  ['DOVE PAGARE?', 113.99, 94.37],
  ['vai su', 171.93, 94.37],
  ['Importo', 10, 106.01],
  ['1.500,00', 10, 112.1],
  ['In fase di pagamento, se previsto', 15.99, 120.57],
  ['aggiornato automaticamente', 15.99, 124.27],
  ['sgravi, note di credito', 15.99, 128.24],
  ['PAGA CON L’APP IO', 113.99, 106.54],
  ['oppure sul sito', 113.99, 111.04],
  ['app di pagamento', 113.99, 114.74],
  ['PAGA SUL TERRITORIO', 113.99, 122.95],
  ['presso Banche', 113.99, 127.44],
  ['Postali, nei Bar', 113.99, 131.41],
  ['Tabaccherie', 113.99, 135.12],
  ['DATI PER IL PAGAMENTO', 10, 145.44],
  ['Destinatario', 58.99, 156.81],
  ['Mario Rossi', 58.99, 160.52],
  ['Ente creditore', 58.99, 166.07],
  ['Comune di Prova', 58.99, 169.78],
  ['Oggetto del pagamento', 58.99, 175.33],
  ['Avviso di prova', 58.99, 179.04],
  ['Inquadra il', 10, 186.98],
  ['di pagamento o usa i dati accanto.', 10, 190.94],
  ['Cod. CBILL', 58.99, 186.71],
  ['AAQV6', 58.99, 192.53],
  ['Cod. Avviso', 94.25, 186.71],
  ['3010 0000 0001 2345 19', 94.25, 192.53],
  ['Cod. Fiscale Ente', 180.01, 186.71],
  ['80078750587', 176.72, 192.53],
  ['Euro', 172.05, 158.67],
  ['1.500,00', 179.68, 158.67],
];

const CON_SCADENZA: readonly Misura[] = [
  ['QUANTO E QUANDO PAGARE?', 10, 94.37],
  ['entro il', 72.05, 106.01],
  ['31/12/2026', 72.05, 112.1],
];

const POSTE: readonly Misura[] = [
  ['BOLLETTINO POSTALE PA', 10, 206.29],
  ['sul C/C n.', 68.99, 220.31],
  ['1234567', 84.8, 220.31],
  ['Euro', 170.84, 220.31],
  ['1.500,00', 179.68, 220.31],
  ['Intestato a', 58.99, 231.16],
  ['Destinatario', 58.99, 236.72],
  ['Mario Rossi', 75.66, 236.72],
  ['Oggetto pagamento', 58.99, 242.01],
  ['Avviso di prova', 84.76, 242.01],
  ['Cod. Avviso', 58.99, 251.8],
  ['3010 0000 0001 2345 19', 58.99, 257.35],
  ['Tipo', 115.75, 251.8],
  ['P1', 115.75, 257.35],
  ['Cod. Fiscale Ente Creditore', 137.05, 251.8],
  ['80078750587', 145.23, 257.35],
  ['Bollettino Postale pagabile in tutti', 10, 244.65],
  ['digitali abilitati di Poste Italiane e', 10, 252.33],
  ['dell’Ente Creditore', 10, 256.03],
  ['AUT.', 10, 263.44],
];

/** One column; the others begin 67.33 further right. */
const COLONNA: readonly Misura[] = [
  ['Rata ', 10, 198.35],
  ['Euro', 10, 208.14],
  ['50,0', 10, 212.9],
  ['Entro il', 10, 219.52],
  ['15/0', 10, 224.28],
  ['Cod. Avviso', 10, 231.16],
  ['3010 0000 0003', 10, 235.92],
  ['Cod. Fiscale Ente', 10, 241.22],
  ['80078750587', 10, 245.98],
  ['Cod. CBILL', 43.27, 241.22],
  ['AAQV6', 43.27, 245.98],
  ['Oggetto del pagamento', 10, 253.12],
  ['Avviso di prova', 10, 257.09],
  ['Ente creditore', 10, 262.38],
  ['Comune di Prova', 10, 266.35],
  ['Inquadra il', 10, 273.49],
];

const alzate = (misure: readonly Misura[], quanto: number): Misura[] => misure.map(([t, x, y]) => [t, x, y - quanto]);

describe('a notice to be paid at once, with the postal strip', () => {
  let stampato: TestoStampato[];
  let trovati: CodiceTrovato[];
  beforeAll(async () => {
    const pdf = renderAvvisoPdf(dati3());
    [stampato, trovati] = await Promise.all([testi(pdf), codici(pdf)]);
  });

  it.each([...PRIMA_PARTE, ...CON_SETTORE, ...CON_SCADENZA, ...POSTE])('prints «%s» at %d, %d', (...misura) => {
    expect(at(stampato, misura), nearest(stampato, misura[0])).toBe(true);
  });

  it.each([
    ['Rata unica entro il 31/12/2026', 200, 145.44],
    ['Rata unica entro 31/12/2026', 200, 206.29],
    ['1.500,00', 200, 158.67],
    ['1.500,00', 200, 220.31],
    ['pagopa.gov.it', 200, 94.37],
    ['80078750587', 168.51, 257.35],
  ])('ends «%s» at %d, %d', (testo, fine, y) => {
    const vicini = stampato.filter((p) => p.testo.includes(testo) && Math.abs(p.y - y) < 1);
    expect(vicini.some((p) => Math.abs(p.fine - fine) < 1)).toBe(true);
  });

  it('has both codes where and as large as the generator prints them', () => {
    const [qr, dataMatrix] = trovati;
    expect([qr?.x, qr?.y].map((mm) => Math.round(mm ?? 0))).toEqual([10, 155]);
    expect(Math.abs((qr?.larghezza ?? 0) - 24.87)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.x ?? 0) - 177.01)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.y ?? 0) - 231.77)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.larghezza ?? 0) - 23.02)).toBeLessThan(1);
  });
});

describe('a notice without a due date', () => {
  let stampato: TestoStampato[];
  beforeAll(async () => {
    stampato = await testi(renderAvvisoPdf(senzaScadenza()));
  });

  it.each([...PRIMA_PARTE, ...CON_SETTORE, ...POSTE, ['QUANTO PAGARE?', 10, 94.37] as const])(
    'prints «%s» at %d, %d',
    (...misura) => {
      expect(at(stampato, misura), nearest(stampato, misura[0])).toBe(true);
    },
  );

  it('names no day, in the bands neither', () => {
    const senzaPoste = stampato.filter(({ testo }) => !testo.startsWith('AUT.'));
    expect(senzaPoste.filter(({ testo }) => /entro|\d\d\/\d\d\/\d{4}/i.test(testo))).toEqual([]);
    expect(stampato.filter(({ testo }) => testo.trim() === 'Rata unica').map(({ fine }) => Math.round(fine))).toEqual([
      200, 200,
    ]);
  });
});

describe('a notice in three instalments, of a creditor without an office', () => {
  let stampato: TestoStampato[];
  beforeAll(async () => {
    const dati = dati3({ ente: { ...senzaConto(enteBreve), settore: '' }, rate: rate(3) });
    stampato = await testi(renderAvvisoPdf(dati));
  });

  // Without an office what follows stands 3.97 mm higher.
  it.each([
    ...PRIMA_PARTE,
    ['Informazioni di prova', 10, 79.29] as const,
    ['Puoi pagare per intero oppure in 3 rate', 15.99, 116.86] as const,
    ['In fase di pagamento', 15.99, 122.68] as const,
    ['sgravi, note di credito', 15.99, 130.35] as const,
    ...alzate(
      CON_SETTORE.slice(2).filter(([testo]) => !/^(In fase|aggiornato|sgravi)/.test(testo)),
      3.97,
    ),
    ...alzate(CON_SCADENZA, 3.97),
  ])('prints «%s» at %d, %d', (...misura) => {
    expect(at(stampato, misura), nearest(stampato, misura[0])).toBe(true);
  });

  it.each([0, 1, 2].flatMap((i) => COLONNA.map(([t, x, y]): Misura => [t, x + 67.33 * i, y])))(
    'prints «%s» of a column at %d, %d',
    (...misura) => {
      expect(at(stampato, misura), nearest(stampato, misura[0])).toBe(true);
    },
  );
});
