import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { calcola } from '../../../src/contributi/calcola.ts';
import { parseDatiCalcolo } from '../../../src/contributi/parse-dati.ts';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { norme } from '../../../src/norme/norme.ts';
import { formatEuro } from '../../../src/valori/denaro.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';
import { Cartella } from '../cartella.ts';
import { type Tabella, tabella } from './tabelle-generate.ts';

let cartella: Cartella;
beforeAll(() => (cartella = new Cartella()));
afterAll(() => cartella.remove());

/** How a text is put into bytes. */
const scrittura = fc.record({
  separatore: fc.constantFrom(';', ',', '\t', '|'),
  fine: fc.constantFrom('\n', '\r\n'),
  codifica: fc.constantFrom('utf-8', 'utf-8 con BOM', 'utf-16le', 'utf-16be', 'windows-1252'),
  titolo: fc.boolean(),
  inCoda: fc.constantFrom('', ';'),
  ultimoACapo: fc.boolean(),
  celle: fc.constantFrom('piane', 'piane', '="…"', '"=""…"""'),
});

/** A cell as programs write it that want Excel to take it for text, or with quotes where it must have them. */
function inCella(cella: string, come: Scrittura['celle']): string {
  if (come === '="…"') return `="${cella}"`;
  if (come === '"=""…"""') return `"=""${cella}"""`;
  return /[;,\t|"]/.test(cella) ? `"${cella}"` : cella;
}

function inTesto({ righe, colonne }: Tabella, s: Scrittura): Buffer {
  const quote = (cella: string): string => inCella(cella, s.celle);
  const linee = [
    ...(s.titolo ? ['Elenco dello Studio Bianchi', ''] : []),
    colonne.map(({ nome }) => quote(nome)).join(s.separatore),
    ...righe.map(({ celle }) => colonne.map(({ colonna }) => quote(celle[colonna] ?? '')).join(s.separatore)),
  ];
  const coda = s.separatore === ';' ? s.inCoda : '';
  const testo = linee.join(coda + s.fine) + (s.ultimoACapo ? s.fine : '');
  if (s.codifica === 'utf-8 con BOM') return Buffer.from(`\ufeff${testo}`);
  return iconv.encode(testo, s.codifica, { addBOM: s.codifica.startsWith('utf-16') });
}

interface Scrittura {
  readonly separatore: string;
  readonly fine: string;
  readonly codifica: string;
  readonly titolo: boolean;
  readonly inCoda: string;
  readonly ultimoACapo: boolean;
  readonly celle: string;
}

/** Of each row the amount by the core's own road, in order. */
function attesi({ righe }: Tabella): string[] {
  return righe.map(({ campi }) => formatEuro(calcola(parseDatiCalcolo(campi), norme()).totale));
}

/** The amounts by line of the file; a row that was refused is among the errors, and has none. */
async function importi(input: string): Promise<{ calcolati: string[]; rifiutate: number } | 'file rifiutato'> {
  try {
    const { riepilogo } = await lottoCalcola({ input, out: cartella.file('importi.csv'), formato: 'iso' });
    const calcolati = riepilogo.righeCalcolate === 0 ? [] : cartella.rows('importi.csv').map((r) => r['totale'] ?? '');
    return { calcolati, rifiutate: riepilogo.righeRifiutate };
  } catch (errore) {
    if (errore instanceof ErroreDati) return 'file rifiutato';
    throw errore;
  }
}

/** Every amount is the right one, and every row has one or a refusal. */
async function check(tavola: Tabella, input: string): Promise<number> {
  const esito = await importi(input);
  if (esito === 'file rifiutato') return 0;
  const giusti = attesi(tavola);
  expect(esito.calcolati.length + esito.rifiutate).toBe(giusti.length);
  if (esito.rifiutate === 0) expect(esito.calcolati).toEqual(giusti);
  else for (const importo of esito.calcolati) expect(giusti).toContain(importo);
  return esito.calcolati.length;
}

describe('a good table, however it is written', () => {
  it('as a text gives the same amounts or a refusal, never other amounts', async () => {
    let righe = 0;
    let calcolate = 0;
    await fc.assert(
      fc.asyncProperty(tabella, scrittura, async (tavola, s) => {
        righe += tavola.righe.length;
        calcolate += await check(tavola, cartella.write('rapporti.txt', inTesto(tavola, s)));
      }),
      { numRuns: 150 },
    );
    expect(calcolate).toBe(righe);
  });

  it('as a workbook, its cells typed or not, gives the same amounts or a refusal', async () => {
    let righe = 0;
    let calcolate = 0;
    await fc.assert(
      fc.asyncProperty(tabella, fc.boolean(), fc.boolean(), async (tavola, tipi, primo) => {
        const dati = [
          tavola.colonne.map(({ nome }) => ({ value: nome, type: String })),
          ...tavola.righe.map((riga) => tavola.colonne.map(({ colonna }) => cell(riga, colonna, tipi))),
        ];
        const note = [[{ value: 'Istruzioni', type: String }]];
        const input = cartella.file('rapporti.xlsx');
        const fogli = [
          { data: dati, sheet: 'Uno' },
          { data: note, sheet: 'Due' },
        ];
        await writeExcel((primo ? fogli : fogli.reverse()) as never).toFile(input);
        righe += tavola.righe.length;
        calcolate += await check(tavola, input);
      }),
      { numRuns: 60 },
    );
    expect(calcolate).toBe(righe);
  });
});

/** A cell as a number or a day where it is one and `tipi` says so, else the text. */
function cell({ campi, celle }: Tabella['righe'][number], colonna: string, tipi: boolean) {
  const testo = celle[colonna as keyof typeof celle] ?? '';
  if (tipi && colonna === 'ore_settimanali') return { value: Number(campi.oreSettimanali), type: Number };
  if (tipi && colonna === 'paga_oraria') return { value: Number(campi.pagaOraria), type: Number };
  if (tipi && colonna === 'assunzione') {
    return { value: new Date(campi.assunzione ?? ''), type: Date, format: 'dd/mm/yyyy' };
  }
  return testo === '' ? null : { value: testo, type: String };
}
