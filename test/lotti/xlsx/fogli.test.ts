import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { workbookInCsv } from '../workbook-in-csv.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

/** A workbook made by a program that is not ours. */
async function foreign(rows: (string | number | boolean | Date | null)[][]): Promise<string> {
  const path = cartella.file('rapporti.xlsx');
  await writeExcel(
    rows.map((row) => row.map((v) => (v instanceof Date ? { value: v, type: Date, format: 'dd/mm/yyyy' } : v))),
  ).toFile(path);
  return path;
}

describe('XLSX in', () => {
  it('reads texts, numbers, days, yes and no as a person would have typed them', async () => {
    const input = await foreign([
      ['nome', 'numero', 'giorno', 'si', 'codice'],
      ['D’Amico; "Ț"\nè', 8.1, new Date('2020-02-29'), true, 99109784511],
      [null, 0.1 + 0.2, null, false, null],
    ]);
    await workbookInCsv(input, cartella.file('x.csv'));
    expect(cartella.read('x.csv')).toBe(
      '\ufeffnome;numero;giorno;si;codice\r\n"D’Amico; ""Ț"" è";8,1;29/02/2020;si;99109784511\r\n;0,3;;no\r\n',
    );
  });

  it('calculates a workbook, names bad rows by the row of the sheet, and leaves nothing behind', async () => {
    const input = await foreign([
      ['id', 'trimestre', 'ore_settimanali', 'assunzione'],
      ['a', '4/2020', 25, new Date('2019-09-15')],
      [null, null, null, null],
      ['b', new Date('2020-04-01'), 25, null],
      ['c', '4/2020', 24.5, null],
    ]);
    const esito = await lottoCalcola({ input, out: cartella.file('importi.csv') });
    expect(esito).toMatchObject({ codice: 1, riepilogo: { righeCalcolate: 2, righeRifiutate: 1 } });
    expect(cartella.read('importi.errori.csv')).toMatch(
      /\r\n4;b;trimestre;01\/04\/2020;.*Excel ha preso il trimestre per una data/,
    );
    expect(cartella.rows('importi.csv')[0]).toMatchObject({ assunzione: '15/09/2019', totale: '338,00' });
    expect(cartella.list()).toEqual(['importi.csv', 'importi.errori.csv', 'rapporti.xlsx']);
  });

  it('takes its temporary file away when the header is no good', async () => {
    const input = await foreign([['id', 'ore']]);
    await expect(lottoCalcola({ input, out: cartella.file('importi.csv') })).rejects.toThrow(/trimestre/);
    expect(cartella.list()).toEqual(['rapporti.xlsx']);
  });
});

describe('XLSX out', () => {
  it('types amounts, days and whole numbers, and keeps everything else text, formulas too', async () => {
    const input = cartella.write('rapporti.csv', 'nota;rapporto;trimestre;ore\n=1+1;99109784511;4/2020;325,5\n');
    const out = cartella.file('importi.xlsx');
    const esito = await lottoCalcola({ input, out });
    expect(esito.out).toBe(out);
    expect(cartella.list()).toEqual(['importi.errori.csv', 'importi.xlsx', 'rapporti.csv']);
    const [intestazioni = [], riga = []] = (await readSheet(out)) as unknown[][];
    const perNome: unknown = Object.fromEntries(intestazioni.map((nome, i) => [nome, riga[i]]));
    expect(perNome).toMatchObject({
      nota: '=1+1',
      rapporto: '99109784511',
      trimestre: '4/2020',
      ore: 325.5,
      settimane_calcolate: 13,
      ore_calcolate: 326,
      contributo_orario: 1.04,
      totale: 339.04,
      scadenza: new Date('2021-01-11'),
    } satisfies Record<string, unknown>);
  });

  it('gives back as input the workbook it wrote', async () => {
    const input = cartella.write('rapporti.csv', 'trimestre;ore\n4/2020;325\n');
    await lottoCalcola({ input, out: cartella.file('uno.xlsx') });
    const esito = await lottoCalcola({ input: cartella.file('uno.xlsx'), out: cartella.file('due.xlsx') });
    expect(esito).toMatchObject({ codice: 0, riepilogo: { totale: 33800 } });
  });
});
