import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { readRecords } from '../csv/read-records.ts';
import { COLONNE_CALCOLATE } from '../righe/colonne.ts';
import type { TipoColonna } from '../xlsx/sheet-xml.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';

/** How each calculated column is typed in a sheet; the columns carried through are texts, codes and quarters included. */
const TIPI: Readonly<Record<(typeof COLONNE_CALCOLATE)[number], TipoColonna>> = {
  settimane_calcolate: 'intero',
  ore_calcolate: 'decimale',
  fascia: 'intero',
  contributo_orario: 'decimale',
  totale: 'decimale',
  quota_lavoratore: 'decimale',
  quota_datore: 'decimale',
  contributo_associazione: 'decimale',
  scadenza: 'data',
  spiegazione: 'testo',
  fonte: 'testo',
  avvertenze: 'testo',
};
const LARGHEZZA = 16;
const LARGHEZZA_SPIEGAZIONE = 60;

/** Whether the output is to be a sheet. */
export function wantsXlsx(out: string): boolean {
  return extname(out).toLowerCase() === '.xlsx';
}

/**
 * Turns the finished rows (amounts with points, ISO days) into a workbook under the final name; the rows go, whatever happens.
 * @throws ErroreDati `xlsx-troppe-righe`, `archivio-troppo-grande`
 */
export async function csvToXlsx(csv: string, out: string): Promise<void> {
  const records = readRecords(csv);
  const intestazioni = (await records.next()).value as string[];
  const portate = intestazioni.length - COLONNE_CALCOLATE.length;
  const tipi = intestazioni.map((_, i) => TIPI[COLONNE_CALCOLATE[i - portate] ?? 'fonte']);
  const larghezze = intestazioni.map((nome) => (nome === 'spiegazione' ? LARGHEZZA_SPIEGAZIONE : LARGHEZZA));
  const partial = `${out}.parziale`;
  try {
    await writeWorkbook(partial, [{ nome: 'Importi', intestazioni, tipi, larghezze, righe: records }]);
    await rename(partial, out);
  } finally {
    await rm(partial, { force: true });
    await rm(csv);
  }
}
