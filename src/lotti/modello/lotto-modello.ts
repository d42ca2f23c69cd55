import { extname, resolve } from 'node:path';
import { csvLine } from '../csv/cell.ts';
import { COLONNE, type Colonna } from '../righe/colonne.ts';
import { DESCRIZIONI } from '../righe/descrizioni.ts';
import { SINONIMI } from '../righe/sinonimi.ts';
import { PartialFile } from '../uscita/partial-file.ts';
import { checkUscite } from '../uscita/percorsi.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import { ESEMPI } from './esempi.ts';

/** Widths in characters of the template's columns. */
const LARGHEZZA = 18;
const LARGHEZZA_DESCRIZIONE = 95;

/**
 * Writes the template of a batch: the columns and a few rows of example, all good; XLSX (with a sheet that explains the
 * columns) when `out` ends so, else CSV for a spreadsheet. Quarters are written `2020-T4` in the CSV, because a spreadsheet
 * takes `4/2020` for a date; in the XLSX the cells are text.
 * @throws ErroreDati as `checkUscite`
 */
export async function lottoModello({ out }: { readonly out: string }): Promise<void> {
  const path = resolve(out);
  checkUscite(undefined, [{ campo: 'out', path, estensioni: ['.csv', '.xlsx'] }]);
  const file = new PartialFile(path);
  if (extname(path).toLowerCase() === '.xlsx') await writeXlsx(file.partialPath);
  else {
    await file.open();
    await file.append(modelloCsv());
    await file.sync();
    await file.close();
  }
  await file.commit();
}

/** The CSV template, for pages that offer it. */
export function modelloCsv(): string {
  const righe = ESEMPI.map((esempio) =>
    cells(esempio).map((cell, i) => (COLONNE[i] === 'trimestre' ? senzaBarra(cell) : cell)),
  );
  return `\ufeff${[COLONNE, ...righe].map((riga) => csvLine(riga, '\r\n')).join('')}`;
}

function writeXlsx(path: string): Promise<void> {
  const testi = COLONNE.map(() => 'testo' as const);
  return writeWorkbook(path, [
    {
      nome: 'Rapporti',
      intestazioni: COLONNE,
      tipi: testi,
      larghezze: COLONNE.map(() => LARGHEZZA),
      righe: ESEMPI.map(cells),
    },
    {
      nome: 'Istruzioni',
      intestazioni: ['colonna', 'che cosa scrivere', 'si può chiamare anche'],
      tipi: ['testo', 'testo', 'testo'],
      larghezze: [LARGHEZZA + 6, LARGHEZZA_DESCRIZIONE, LARGHEZZA_DESCRIZIONE],
      righe: COLONNE.map((colonna) => [colonna, DESCRIZIONI[colonna], SINONIMI[colonna].join(', ')]),
    },
  ]);
}

function cells(esempio: Partial<Record<Colonna, string>>): string[] {
  return COLONNE.map((colonna) => esempio[colonna] ?? '');
}

/** `4/2020` → `2020-T4`. */
function senzaBarra(trimestre: string): string {
  return trimestre.replace(/^(\d)\/(\d{4})$/, '$2-T$1');
}
