import type { RecordScanner } from '../csv/record-scanner.ts';

const DIGIT_MAX = 57;

/** What is implausible about who is in a row; no `;` or quotes, so that it can stand in a cell. */
const STESSO_CODICE_FISCALE = 'datore e lavoratore hanno lo stesso codice fiscale: ricontrollarli';
const DATORE_SENZA_NOME =
  'il codice fiscale del datore è di un ente, o provvisorio: il lavoro domestico è alle dipendenze di una famiglia, ricontrollarlo';

/**
 * Adds what is implausible about the codes of employer and worker, which stand in these fields of the current record (-1 for
 * none) and are good in themselves.
 */
export function avvertenzePersone(frasi: string[], scanner: RecordScanner, datore: number, lavoratore: number): void {
  if (datore < 0) return;
  const { starts, ends, bytes } = scanner;
  const from = starts[datore] as number;
  const to = ends[datore] as number;
  if (from === to) return;
  // Nearly all codes start with a letter: a digit means that it is no person's own.
  if ((bytes[from] as number) <= DIGIT_MAX) frasi.push(DATORE_SENZA_NOME);
  if (lavoratore < 0) return;
  const other = starts[lavoratore] as number;
  const same = to - from === (ends[lavoratore] as number) - other;
  if (same && bytes.compare(bytes, other, other + to - from, from, to) === 0) frasi.push(STESSO_CODICE_FISCALE);
}
