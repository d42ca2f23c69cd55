import type { DifettoCsv } from '../csv/record-scanner.ts';

/** One thing wrong with one row. */
export interface ErroreRiga {
  /** Line of the file, from 1 (the header's); row of the sheet for an XLSX. */
  readonly riga: number;
  /** The row's `id` cell, where it could be read. */
  readonly id: string;
  /** Header of the column, empty when the whole row is at fault. */
  readonly colonna: string;
  readonly valore: string;
  /** Italian sentence: what is wrong and what to do. */
  readonly errore: string;
}

/** Longest value repeated in a message or in the file of errors. */
export const VALORE_MAX_CHARS = 100;

const FRASI: Readonly<Record<DifettoCsv, string>> = {
  virgolette:
    'Le virgolette sono fuori posto: un campo che le contiene va chiuso fra virgolette, e quelle interne raddoppiate.',
  'virgolette-aperte': 'Un campo si apre con le virgolette e non si chiude più.',
  'riga-troppo-lunga':
    'La riga è troppo lunga (più di 65.536 byte): forse manca la chiusura di un campo fra virgolette.',
  'carattere-di-controllo': 'La riga contiene caratteri di controllo, che in un testo non possono stare.',
  'testo-illeggibile':
    'La riga contiene caratteri che non sono UTF-8: salvare il file come «CSV UTF-8 (delimitato da punto e virgola)».',
  'testo-guasto':
    'Le lettere accentate della riga sono guaste («Ã²» al posto di «ò»): il file è stato convertito due volte in UTF-8. Rifarlo dal programma che lo scrive, o correggere le lettere.',
};

/** The sentence for a row that cannot be read as CSV. */
export function fraseDifetto(difetto: DifettoCsv): string {
  return FRASI[difetto];
}
