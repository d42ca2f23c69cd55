import { csvLine } from '../../lotti/csv/cell.ts';

/** A row of a table for programs, by the names of its columns; what is not there stays empty. */
export type RigaCsv<C extends string> = Readonly<Partial<Record<C, string | number | boolean | null>>>;

/** A CSV file as the batches write theirs: `;`, UTF-8 with its mark, amounts with a point, ISO days, nothing a spreadsheet would run. */
export function inCsv<C extends string>(colonne: readonly C[], righe: readonly RigaCsv<C>[]): string {
  const celle = righe.map((riga) => colonne.map((colonna) => cella(riga[colonna])));
  return `\ufeff${[colonne, ...celle].map((riga) => csvLine(riga, '\r\n')).join('')}`;
}

function cella(valore: string | number | boolean | null | undefined): string {
  if (valore === null || valore === undefined) return '';
  if (typeof valore === 'boolean') return valore ? 'si' : 'no';
  return String(valore);
}
