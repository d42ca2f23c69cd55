import { extname } from 'node:path';
import { renderProspettoPdf, type DatiProspetto } from '../avvisi/prospetto-pdf.ts';
import { prospettoInTesto } from './prospetto-in-testo.ts';
import { writeWholeFile } from './scrivi-file.ts';
import { printJson, printLines } from './uscita.ts';

/** What `--out` of a statement says in the help. */
export const OUT_PROSPETTO = 'scrive anche il PDF da stampare, o una tabella se il nome finisce in .csv';

export interface OpzioniProspetto {
  readonly out?: string;
  readonly json?: boolean;
}

/** One statement in its forms: as people read it, and as programs do. */
export interface Forme {
  readonly carta: DatiProspetto;
  readonly tabella: () => string;
  readonly json: () => unknown;
}

/** Shows a statement, and writes it where that was asked. @throws ErroreDati `file-non-scrivibile` */
export async function presentaProspetto({ out, json }: OpzioniProspetto, forme: Forme): Promise<void> {
  if (out !== undefined) {
    const csv = extname(out).toLowerCase() === '.csv';
    await writeWholeFile(out, csv ? Buffer.from(forme.tabella()) : renderProspettoPdf(forme.carta));
  }
  if (json) printJson(forme.json());
  else printLines(prospettoInTesto(forme.carta));
}
