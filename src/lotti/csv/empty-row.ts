import type { RecordScanner } from './record-scanner.ts';

const SPACE = 32;

/** A blank line, or one of separators and spaces alone: what spreadsheets leave below a table. */
export function isEmptyRow({ bytes, recordStart, recordEnd, fields, defect, separator }: RecordScanner): boolean {
  if (defect !== undefined) return false;
  if (recordEnd - recordStart === fields - 1) return true;
  let at = recordStart;
  while (at < recordEnd && (bytes[at] === SPACE || bytes[at] === separator)) at++;
  return at === recordEnd;
}
