import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../../src/avvisi/avvisi-pdf.ts';
import { pagineRate3 } from '../../../src/avvisi/modelli/edizione-3/paginazione.ts';
import { parseQrAvviso } from '../../../src/pagopa/identificativi/qr-avviso.ts';
import { apri, codici } from '../leggi-pdf.ts';
import { dati3, enteBreve, rate, senzaConto } from './dati-3.ts';

const sempre = (): boolean => true;
const mai = (): boolean => false;

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
    const pagine = pagineRate3(rate(quante), false, sempre);
    expect(pagine.prima?.colonne).toBe(prima);
    expect(pagine.seguenti.map((righe) => righe.map(({ colonne }) => colonne))).toEqual(seguenti);
  });

  it.each([
    [2, [[2]]],
    [5, [[2], [3]]],
    [6, [[2, 2], [2]]],
    [7, [[3], [2, 2]]],
    [12, [[3, 3, 3], [3]]],
  ])('where page 1 has no room %d instalments make %j, never two kinds on a sheet', (quante, seguenti) => {
    const pagine = pagineRate3(rate(quante), false, mai);
    expect(pagine.prima).toBeUndefined();
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
    const pagine = pagineRate3(rate(quante), true, sempre);
    expect(pagine.prima).toBeUndefined();
    expect(pagine.seguenti.map((righe) => righe[0]?.colonne)).toEqual(attese);
  });

  it.each([true, false])('prints each of ten instalments once, in order (postal slips: %s)', async (conPoste) => {
    const dieci = rate(10);
    const dati = dati3({ rate: dieci, ente: conPoste ? enteBreve : senzaConto() });
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
