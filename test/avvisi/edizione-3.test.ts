import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import type { Pagabile } from '../../src/avvisi/dati-avviso.ts';
import { pagineRate3 } from '../../src/avvisi/modelli/modello-3-rate.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, ente, enteSenzaConto } from './dati-di-prova.ts';
import { albero, apri, codici, lettura, nodi, testi } from './leggi-pdf.ts';

function rate(quante: number): Pagabile[] {
  return Array.from({ length: quante }, (_, i) => ({
    codiceAvviso: buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: 30_000 + i }).codiceAvviso,
    importo: centesimi(5_000 + i),
    scadenza: giorno(2022, (i % 12) + 1, 15),
  }));
}

describe('the notice of the 3.x edition', () => {
  it('bears the same codes, and its own words', async () => {
    const dati = datiAvviso({ edizione: '3' });
    const pdf = renderAvvisoPdf(dati);
    const [qr, dataMatrix] = await codici(pdf);
    expect(parseQrAvviso(qr?.testo ?? '')).toMatchObject({ codiceAvviso: dati.codiceAvviso, importo: 33_800 });
    expect(parseDataMatrixAvviso(dataMatrix?.testo ?? '')).toMatchObject({ codiceAvviso: dati.codiceAvviso });
    // PagoPA's generator prints its QR code here, 24.87 mm wide.
    expect(Math.abs((qr?.x ?? 0) - 10.05)).toBeLessThan(1);
    expect(Math.abs((qr?.y ?? 0) - 154.78)).toBeLessThan(1);
    expect(Math.abs((qr?.larghezza ?? 0) - 24.87)).toBeLessThan(1);
    const titoli = (await lettura(pdf)).filter(([ruolo]) => /^H\d$/.test(ruolo)).map(([, testo]) => testo);
    expect(titoli).toEqual([
      'Avviso di pagamento',
      'Ente Creditore',
      'Destinatario',
      'Quanto e quando pagare?',
      'Dove pagare?',
      'PAGA CON L’APP IO',
      'PAGA SUL TERRITORIO',
      'Dati per il pagamento',
      'BOLLETTINO POSTALE PA',
    ]);
    const stampato = await testi(pdf);
    expect(stampato.some(({ testo }) => testo.includes('FAC-SIMILE: questo avviso è una simulazione'))).toBe(true);
    expect(stampato.every(({ x, fine, corpo }) => corpo > 100 || (x >= 10 && fine <= 200.01))).toBe(true);
  });

  it('has German under the Italian, marked as German', async () => {
    const pdf = renderAvvisoPdf(datiAvviso({ lingua: 'it-de' }));
    const letto = (await lettura(pdf)).map(([, testo]) => testo);
    const ordine = ['Quanto e quando pagare?', 'Wie viel und wann zahlen?'].map((testo) => letto.indexOf(testo));
    expect(ordine[1]).toBe((ordine[0] ?? 0) + 1);
    expect(letto).toContain('FAC-SIMILE: Diese Mitteilung ist eine Simulation und kann nicht bezahlt werden.');
    const tedeschi = nodi(await albero(pdf), 'P').filter((nodo) => 'lang' in nodo && nodo.lang === 'de-DE');
    expect(tedeschi.length).toBeGreaterThan(12);
  });

  it('has room for the larger amounts of this edition', async () => {
    const grande = { importo: centesimi(99_999_999_999), ente: { ...enteSenzaConto(), reale: true } };
    const pdf = renderAvvisoPdf(datiAvviso({ ...grande, edizione: '3' }));
    expect((await testi(pdf)).filter(({ testo }) => testo.includes('999.999.999,99'))).toHaveLength(2);
    expect(() => renderAvvisoPdf(datiAvviso({ ...grande, edizione: '2018' }))).toThrow(
      expect.objectContaining({
        codice: 'importo-non-stampabile',
      }),
    );
    const conPoste = datiAvviso({ importo: centesimi(10_000_000_000), edizione: '3', ente });
    expect(() => renderAvvisoPdf(conPoste)).toThrow(expect.objectContaining({ codice: 'importo-non-stampabile' }));
  });
});

describe('pagineRate3', () => {
  // PagoPA's own pagination: rows on page 1 and on each further page, by number of instalments.
  it.each([
    [2, 2, []],
    [3, 3, []],
    [4, 2, [[2]]],
    [5, 2, [[3]]],
    [6, 2, [[2, 2]]],
    [7, 3, [[2, 2]]],
    [8, 2, [[3, 3]]],
    [12, 3, [[3, 3, 3]]],
    [15, 3, [[3, 3, 3], [3]]],
  ])('without postal slips %d instalments make a row of %d on page 1, then %j', (quante, prima, seguenti) => {
    const pagine = pagineRate3(rate(quante), false);
    expect(pagine.prima?.colonne).toBe(prima);
    expect(pagine.seguenti.map((righe) => righe.map(({ colonne }) => colonne))).toEqual(seguenti);
  });

  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [2, 3]],
    [7, [3, 2, 2]],
    [8, [2, 3, 3]],
    [10, [3, 3, 3, 3]],
  ])('with postal slips %d instalments make pages of %j', (quante, attese) => {
    const pagine = pagineRate3(rate(quante), true);
    expect(pagine.prima).toBeUndefined();
    expect(pagine.seguenti.map((righe) => righe[0]?.colonne)).toEqual(attese);
  });

  it.each([true, false])('prints each of ten instalments once, in order (postal slips: %s)', async (conPoste) => {
    const dieci = rate(10);
    const dati = datiAvviso({ edizione: '3', rate: dieci, ente: conPoste ? ente : enteSenzaConto() });
    const pdf = renderAvvisoPdf(dati);
    const pagine = (await apri(pdf)).numPages;
    const letti: string[] = [];
    for (let pagina = 1; pagina <= pagine; pagina++) {
      const trovati = await codici(pdf, pagina);
      const qr = trovati.filter(({ formato }) => formato === 'QRCode');
      const riga = (y: number): number => Math.round(y / 20);
      qr.sort((a, b) => riga(a.y) - riga(b.y) || a.x - b.x);
      letti.push(...qr.map(({ testo }) => parseQrAvviso(testo).codiceAvviso));
    }
    expect(letti).toEqual([dati.codiceAvviso, ...dieci.map(({ codiceAvviso }) => codiceAvviso)]);
  });
});
