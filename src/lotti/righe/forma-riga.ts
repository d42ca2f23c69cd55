import type { RecordScanner } from '../csv/record-scanner.ts';

const COMMA = 44;
const TOTALE = /^\s*(?:sub)?total[ei]\b/i;

/**
 * Whether a record with more or fewer cells than the header can be read all the same, and makes it so. Empty cells missing or too
 * many at the end of a row are none the worse, as Excel writes them. Not so between commas, where one more or less may be a
 * decimal comma, nor in a last line that just stops.
 * @param columns of the header, @param larghezza its cells, those without a name at its end too
 */
export function takesShape(scanner: RecordScanner, columns: number, larghezza: number): boolean {
  const { fields, separator, unended } = scanner;
  if (separator === COMMA && fields !== larghezza) return false;
  if (fields > columns) return scanner.isEmptyFrom(columns);
  if (unended) return false;
  scanner.fill(columns);
  return true;
}

/** What to say of a record that cannot. */
export function fraseForma({ fields, unended }: RecordScanner, columns: number): string {
  const quante = fields === 1 ? 'una sola colonna' : `${fields} colonne`;
  const tronca = unended && fields < columns ? ' Il file sembra troncato.' : '';
  return `La riga ha ${quante}, l’intestazione ne ha ${columns}.${tronca}`;
}

/** What to say of a line of totals below the table; undefined for any other without a quarter. */
export function fraseTotale(scanner: RecordScanner, columns: number): string | undefined {
  for (let field = 0; field < Math.min(scanner.fields, columns); field++) {
    if (TOTALE.test(scanner.value(field))) return 'È una riga di totali, non un rapporto: non è calcolata.';
  }
  return undefined;
}
