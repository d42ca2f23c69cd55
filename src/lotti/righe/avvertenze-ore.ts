import type { RecordScanner } from '../csv/record-scanner.ts';

const DOT = 46;
const COMMA = 44;
const ZERO = 48;
/** Decimals that look like the minutes of a clock. */
const MINUTI: ReadonlySet<number> = new Set([15, 30, 45]);

/**
 * Adds that hours written `8.30`, in this field of the current record (-1 for none), were read as eight hours and three tenths:
 * whoever meant half past eight must write it so. No `;` or quotes, so that it can stand in a cell.
 */
export function avvertenzeOre(frasi: string[], { bytes, starts, ends }: RecordScanner, field: number): void {
  if (field < 0) return;
  const from = starts[field] as number;
  const to = ends[field] as number;
  const sign = bytes[to - 3];
  if (to - from < 4 || (sign !== DOT && sign !== COMMA)) return;
  const decimali = ((bytes[to - 2] as number) - ZERO) * 10 + (bytes[to - 1] as number) - ZERO;
  if (!MINUTI.has(decimali)) return;
  const testo = bytes.toString('latin1', from, to);
  if (!/^\d+[.,]\d\d$/.test(testo)) return;
  const ore = testo.slice(0, -3);
  frasi.push(
    `${testo} ore sono lette come ${ore} ore e ${Math.round(decimali * 0.6)} minuti: per ${ore} ore e ${decimali} minuti scrivere ${ore}:${decimali}`,
  );
}
