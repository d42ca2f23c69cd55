import type { RecordScanner } from './record-scanner.ts';

/** A blank line, or one of separators alone: what spreadsheets leave below a table. */
export function isEmptyRow({ recordStart, recordEnd, fields, defect }: RecordScanner): boolean {
  return defect === undefined && recordEnd - recordStart === fields - 1;
}
