import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { lottoModello } from '../../../src/lotti/modello/lotto-modello.ts';
import { COLONNE } from '../../../src/lotti/righe/colonne.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

describe('lottoModello', () => {
  it('writes a CSV that a spreadsheet opens well and that can be calculated as it is', async () => {
    const modello = cartella.file('modello.csv');
    await lottoModello({ out: modello });
    expect(cartella.read('modello.csv')).toMatch(/^\ufeffid;datore_cf;.*\r\n/);
    expect(cartella.read('modello.csv')).not.toMatch(/;\d\/20\d\d;/);
    expect(cartella.rows('modello.csv').map(({ trimestre }) => trimestre)).toEqual([
      '2025-T4',
      '2026-T1',
      '2026-T1',
      '2026-T1',
    ]);
    const esito = await lottoCalcola({ input: modello, out: cartella.file('importi.csv') });
    expect(esito).toMatchObject({ codice: 0, avvisi: [], riepilogo: { righeCalcolate: 4 } });
    expect(cartella.rows('importi.csv')[0]).toMatchObject({ totale: '396,50', scadenza: '12/01/2026' });
  });

  it('writes an XLSX with the same rows, quarters as text, and a sheet that explains each column', async () => {
    const modello = cartella.file('modello.xlsx');
    await lottoModello({ out: modello });
    const righe = await readSheet(modello);
    expect(righe[0]).toEqual([...COLONNE]);
    expect(righe.slice(1).map((riga) => riga[6])).toEqual(['4/2025', '1/2026', '1/2026', '1/2026']);
    const istruzioni = await readSheet(modello, 'Istruzioni');
    expect(istruzioni.slice(1).map(([colonna]) => colonna)).toEqual([...COLONNE]);
    const esito = await lottoCalcola({ input: modello, out: cartella.file('importi.csv') });
    expect(esito).toMatchObject({ codice: 0, riepilogo: { righeCalcolate: 4 } });
    expect(cartella.list()).toEqual(['importi.csv', 'importi.errori.csv', 'modello.xlsx']);
  });
});
