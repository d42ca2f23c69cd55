import type { RecordScanner } from '../csv/record-scanner.ts';

const ZERO = 48;
const NINE = 57;
/** Bytes of a codice fiscale and of a provisional one: another length has spaces or signs in it. */
const LUNGHEZZE: ReadonlySet<number> = new Set([11, 16]);

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
  if (!LUNGHEZZE.has(to - from)) {
    addOf(frasi, bare(scanner, datore), lavoratore < 0 ? '' : bare(scanner, lavoratore));
    return;
  }
  // Nearly all codes start with a letter: a digit means that it is no person's own.
  const first = bytes[from] as number;
  if (first >= ZERO && first <= NINE) frasi.push(DATORE_SENZA_NOME);
  if (lavoratore < 0) return;
  const other = starts[lavoratore] as number;
  const length = (ends[lavoratore] as number) - other;
  const same =
    length === to - from
      ? bytes.compare(bytes, other, other + length, from, to) === 0
      : !LUNGHEZZE.has(length) && bare(scanner, datore) === bare(scanner, lavoratore);
  if (same) frasi.push(STESSO_CODICE_FISCALE);
}

function addOf(frasi: string[], datore: string, lavoratore: string): void {
  if (/^\d/.test(datore)) frasi.push(DATORE_SENZA_NOME);
  if (datore === lavoratore) frasi.push(STESSO_CODICE_FISCALE);
}

/** A code without the spaces and signs that people write in it. */
function bare(scanner: RecordScanner, field: number): string {
  return scanner
    .value(field)
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase();
}
