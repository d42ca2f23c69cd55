import { open } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import type { RigheNascoste } from '../../../src/lotti/fogli/foglio-in-csv.ts';
import { workbookParts } from '../../../src/lotti/xlsx/workbook-xml.ts';
import { ZipWriter } from '../../../src/lotti/zip/zip-writer.ts';
import type { Giorno } from '../../../src/valori/giorno.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

const FORMATI = ['<xf/>', '<xf numFmtId="20"/>', '<xf numFmtId="164"/>', '<xf numFmtId="10"/>', '<xf numFmtId="14"/>'];
const STILI =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>' +
  `<cellXfs>${FORMATI.join('')}</cellXfs></styleSheet>`;
const TESTA = ['id', 'trimestre', 'ore_settimanali', 'paga_oraria'];

const text = (testo: string): string => `<c t="inlineStr"><is><t>${testo}</t></is></c>`;
const row = (n: number, celle: string, altro = ''): string => `<row r="${n}"${altro}>${celle}</row>`;
const sheet = (righe: string, dopo = ''): string =>
  `<worksheet><sheetData>${row(1, TESTA.map(text).join(''))}${righe}</sheetData>${dopo}</worksheet>`;

/** A workbook of these sheets; those named after a `-` are hidden. */
async function workbook(fogli: Record<string, string>): Promise<string> {
  const path = cartella.file('rapporti.xlsx');
  const file = await open(path, 'w');
  const zip = new ZipWriter(file);
  const nomi = Object.keys(fogli);
  for (const [nome, testo] of workbookParts(nomi.map((foglio) => foglio.replace('-', '')))) {
    const hidden = testo.replace(/name="(\w+)"/g, (tutto, foglio: string) =>
      nomi.includes(`-${foglio}`) ? `${tutto} state="hidden"` : tutto,
    );
    await zip.add(nome, [nome === 'xl/styles.xml' ? STILI : hidden]);
  }
  for (const [i, nome] of nomi.entries()) await zip.add(`xl/worksheets/sheet${i + 1}.xml`, [fogli[nome] ?? '']);
  await zip.end();
  await file.close();
  return path;
}

async function run(fogli: Record<string, string>, righeNascoste?: RigheNascoste) {
  const input = await workbook(fogli);
  return lottoCalcola({ input, out: cartella.file('importi.csv'), oggi: '2021-01-05' as Giorno, righeNascoste });
}

const good = (n: number, ore: string, altro = ''): string =>
  row(n, `${text(`r${n}`)}${text('4/2020')}${ore}<c><v>9</v></c>`, altro);
const ore = (): (string | undefined)[] => cartella.rows('importi.csv').map((riga) => riga['ore_settimanali']);

describe('the sheet of a workbook', () => {
  it('is the first that is shown and has the headers; the others are named', async () => {
    const { avvisi } = await run({
      Note: `<worksheet><sheetData>${row(1, text('Leggimi'))}</sheetData></worksheet>`,
      '-Vecchio': sheet(good(2, '<c><v>1</v></c>')),
      Gennaio: sheet(good(2, '<c><v>25</v></c>')),
      Febbraio: sheet(good(2, '<c><v>30</v></c>')),
    });
    expect(ore()).toEqual(['25']);
    expect(avvisi.join('\n')).toMatch(
      /soltanto il foglio «Gennaio».*NON sono stati letti.*«Vecchio» \(nascosto\), «Febbraio»/,
    );
    expect(avvisi.join('\n')).toMatch(/senza le intestazioni: «Note»/);
  });

  it('is refused by name when only a hidden one has the headers', async () => {
    const fogli = { Note: '<worksheet/>', '-Dati': sheet(good(2, '<c><v>1</v></c>')) };
    await expect(run(fogli)).rejects.toThrow(/foglio nascosto «Dati»/);
  });

  it('counts hidden rows, and reads or skips them as asked', async () => {
    const fogli = { F: sheet(good(2, '<c><v>25</v></c>') + good(3, '<c><v>30</v></c>', ' hidden="1"')) };
    expect((await run(fogli)).avvisi).toEqual([expect.stringMatching(/Una riga nascosta.*letta.*\(3\)/)]);
    expect(ore()).toEqual(['25', '30']);
    expect((await run(fogli, 'salta')).avvisi).toEqual([expect.stringMatching(/saltata \(3\)/)]);
    expect(ore()).toEqual(['25']);
  });

  it('refuses by their address formulas without a value, and cells merged over rows', async () => {
    await run({ F: sheet(good(2, '<c><f>20+5</f></c>') + good(3, '<c t="str"><f>""</f><v></v></c>')) });
    expect(cartella.rows('importi.errori.csv').map((riga) => riga['errore'])).toEqual([
      expect.stringContaining('La cella C2 ha una formula senza il suo valore'),
      expect.stringContaining('Mancano le ore'),
    ]);
    const unite = sheet(good(2, '<c><v>25</v></c>'), '<mergeCells><mergeCell ref="D2:D3"/></mergeCells>');
    await expect(run({ F: unite })).rejects.toThrow(/celle unite su più righe \(D2:D3\)/);
  });

  it('takes a text written as a formula for what it says, calculated by a program or not', async () => {
    const celle = [
      '<c><f>"25"</f></c>',
      '<c t="str"><f>"25"</f><v>25</v></c>',
      '<c t="inlineStr"><is><t>="25"</t></is></c>',
    ];
    await run({ F: sheet(celle.map((cella, i) => good(i + 2, cella)).join('')) });
    expect(cartella.rows('importi.csv').map((riga) => riga['ore_calcolate'])).toEqual(['325', '325', '325']);
  });

  it('turns times into hours, and refuses those that do not show what they hold', async () => {
    const celle = ['<c s="1"><v>0.3541666666666667</v></c>', '<c s="2"><v>2.25</v></c>', '<c s="1"><v>1.25</v></c>'];
    await run({ F: sheet([...celle, '<c s="3"><v>0.25</v></c>'].map((cella, i) => good(i + 2, cella)).join('')) });
    expect(cartella.rows('importi.csv').map((riga) => riga['ore_calcolate'])).toEqual(['111', '702']);
    expect(cartella.rows('importi.errori.csv').map((riga) => riga['errore'])).toEqual([
      expect.stringMatching(/C4 contiene più di 24 ore/),
      expect.stringMatching(/«25%» non è un numero/),
    ]);
  });

  it('reads numbers as numbers, however many decimals, and names cells beside the table', async () => {
    const riga = `${text('a')}${text('4/2020')}<c><v>8.125</v></c><c><v>9.0999999999999996</v></c><c r="H2"><v>5</v></c>`;
    const { avvisi } = await run({ F: sheet(row(2, riga)) });
    expect(cartella.rows('importi.csv')[0]).toMatchObject({ ore_settimanali: '8,1250', paga_oraria: '9,1' });
    expect(avvisi).toEqual([expect.stringContaining('H2 «5»')]);
  });

  it('has its header where most columns are named, not in the words above it; hidden columns are told', async () => {
    // 25 × 13 hours at 1,04 with CUAF and 1,05 without, and F2 at 0,03: what the wide header says and the narrow one would lose.
    const sopra = row(1, ['Trimestre:', '4/2020', 'Datore:'].map(text).join(''));
    const testa = row(3, ['id', 'trimestre', 'ore_settimanali', 'senza_cuaf', 'associazione'].map(text).join(''));
    const riga = row(4, ['a', '4/2020', '25', 'si', 'F2'].map(text).join(''));
    const cols = '<cols><col min="1" max="3"/><col min="4" max="16384" hidden="1"/></cols>';
    const { avvisi } = await run({
      Uno: `<worksheet>${cols}<sheetData>${sopra}${testa}${riga}</sheetData></worksheet>`,
    });
    expect(cartella.rows('importi.csv').map(({ totale }) => totale)).toEqual(['351,00']);
    expect(avvisi).toContain('2 colonne nascoste sono state lette come le altre: «senza_cuaf», «associazione».');
  });

  it('with a header over two rows, or two tables, is refused', async () => {
    const unite = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>';
    await expect(run({ Uno: sheet(good(3, '<c><v>25</v></c>'), unite) })).rejects.toMatchObject({
      codice: 'intestazione-su-due-righe',
    });
    const altra = row(3, ['id', 'trimestre', 'paga_oraria', 'ore_settimanali'].map(text).join(''));
    const due = sheet(good(2, '<c><v>25</v></c>') + altra + good(4, '<c><v>10</v></c>'));
    await expect(run({ Uno: due })).rejects.toMatchObject({ codice: 'intestazioni-diverse' });
    expect(cartella.list()).toEqual(['rapporti.xlsx']);
  });
});
