import { csvLine } from '../../lotti/csv/cell.ts';

/** A row of a table for programs, by the names of its columns; what is not there stays empty. */
export type RigaCsv<C extends string> = Readonly<Partial<Record<C, string | number | boolean | null>>>;

/** The columns that name a person. */
export function personaInCsv<C extends string>(
  chi: C,
  { codiceFiscale, cognome, nome }: { readonly codiceFiscale: string; readonly cognome: string; readonly nome: string },
): RigaCsv<`${C}_codice_fiscale` | `${C}_cognome` | `${C}_nome`> {
  return Object.fromEntries([
    [`${chi}_codice_fiscale`, codiceFiscale],
    [`${chi}_cognome`, cognome],
    [`${chi}_nome`, nome],
  ]) as RigaCsv<`${C}_codice_fiscale` | `${C}_cognome` | `${C}_nome`>;
}

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
