import { extname } from 'node:path';
import { renderProspettoPdf, type DatiProspetto } from '../avvisi/prospetto-pdf.ts';
import { writeWholeFile } from './scrivi-file.ts';

/** What `--out` of a statement says in the help. */
export const OUT_PROSPETTO = 'scrive anche il PDF da stampare, o una tabella se il nome finisce in .csv';

/** Writes a statement: a table when the file's name ends in `.csv`, else the paper. @throws ErroreDati `file-non-scrivibile` */
export async function writeProspetto(
  out: string,
  { carta, tabella }: { readonly carta: DatiProspetto; readonly tabella: () => string },
): Promise<void> {
  const csv = extname(out).toLowerCase() === '.csv';
  await writeWholeFile(out, csv ? Buffer.from(tabella()) : renderProspettoPdf(carta));
}
