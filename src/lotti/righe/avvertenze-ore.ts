import type { RecordScanner } from '../csv/record-scanner.ts';

const DOT = 46;
const COMMA = 44;
const ZERO = 48;
/** Characters of `0,3541`: a part of a day with as many decimals is a time that lost its format. */
const ORARIO_CARATTERI = 6;
const MINUTI_DEL_GIORNO = 1440;
/** Decimals that look like the minutes of a clock. */
const MINUTI: ReadonlySet<number> = new Set([15, 30, 45]);

/**
 * Adds what hours, as they are written in this field of the current record (-1 for none), may have meant: `8.30` was read as eight
 * hours and three tenths, and `0,354167` as a third of an hour, where a spreadsheet may have meant 8:30. No `;` or quotes, so that
 * it can stand in a cell.
 */
export function avvertenzeOre(frasi: string[], { bytes, starts, ends }: RecordScanner, field: number): void {
  if (field < 0) return;
  const from = starts[field] as number;
  const to = ends[field] as number;
  if (bytes[from] === ZERO && to - from >= ORARIO_CARATTERI) sayIfTime(frasi, bytes.toString('latin1', from, to));
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

/** A time of the day as spreadsheets keep it: whole minutes, as a part of a day. */
function sayIfTime(frasi: string[], testo: string): void {
  if (!/^0[.,]\d{4,}$/.test(testo)) return;
  const minuti = Number(testo.replace(',', '.')) * MINUTI_DEL_GIORNO;
  const interi = Math.round(minuti);
  if (Math.abs(minuti - interi) > 0.1) return;
  const orario = `${Math.floor(interi / 60)}:${String(interi % 60).padStart(2, '0')}`;
  frasi.push(
    `${testo} ore possono essere l’orario ${orario} senza il suo formato: dare alla colonna il formato [h]:mm`,
  );
}
