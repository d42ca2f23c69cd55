import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { readRecords } from '../csv/read-records.ts';
import type { GenereCella } from '../fogli/cartella.ts';
import { type Colonna, COLONNE_CALCOLATE } from '../righe/colonne.ts';
import { colonnaDaIntestazione } from '../righe/riconosci-colonna.ts';
import type { TipoColonna } from '../xlsx/sheet-xml.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';

/** How columns of ours that are carried through are typed where a cell allows it; codes and quarters are texts. */
const PORTATE: Partial<Record<Colonna, TipoColonna>> = {
  ore_settimanali: 'numero',
  ore: 'numero',
  settimane: 'numero',
  paga_oraria: 'numero',
  paga_mensile: 'numero',
  vitto_alloggio_giorni: 'numero',
  assunzione: 'data',
  cessazione: 'data',
};

/** How each calculated column is typed in a sheet. */
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
  settimane_accreditate: 'intero',
};
const LARGHEZZA = 16;
const LARGHEZZA_SPIEGAZIONE = 60;

/** Whether the output is to be a sheet. */
export function wantsXlsx(out: string): boolean {
  return extname(out).toLowerCase() === '.xlsx';
}

/**
 * Turns the finished rows (amounts with points, ISO days) into a workbook under the final name; the rows go, whatever happens.
 * @param generi what the cells of each carried column are in the workbook that was read
 * @throws ErroreDati `xlsx-troppe-righe`, `archivio-troppo-grande`
 */
export async function csvToXlsx(csv: string, out: string, generi: readonly (GenereCella | null)[]): Promise<void> {
  const records = readRecords(csv);
  const intestazioni = (await records.next()).value as string[];
  const portate = intestazioni.length - COLONNE_CALCOLATE.length;
  const tipi = intestazioni.map((nome, i) => {
    const calcolata = COLONNE_CALCOLATE[i - portate];
    return calcolata === undefined ? tipoPortata(nome, generi[i]) : TIPI[calcolata];
  });
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

/** A column of ours by what it means, any other by what it was. */
function tipoPortata(nome: string, genere: GenereCella | null | undefined): TipoColonna {
  const colonna = colonnaDaIntestazione(nome);
  return (colonna === undefined ? undefined : PORTATE[colonna]) ?? genere ?? 'testo';
}
