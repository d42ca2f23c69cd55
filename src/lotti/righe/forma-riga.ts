import type { RecordScanner } from '../csv/record-scanner.ts';

const COMMA = 44;
/** `Totale`, `Tot. ore`, `Somma` alone: a surname may be one. */
const TOTALE = /^\s*(?:(?:sub|sotto)?total[ei]\b|(?:sub)?tot\.|(?:tot|somma):?\s*$)/i;
/** `Rossi Totale`, as spreadsheets call the sum of a group. */
const TOTALE_DI_GRUPPO = /\btotal[ei]\s*$/i;
/** First letters of those words. */
const INIZIALI = new Uint8Array(256);
for (const lettera of 'TtSs') INIZIALI[lettera.charCodeAt(0)] = 1;

const FRASE_TOTALE = 'È una riga di totali, non un rapporto: non è calcolata.';

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

/** What to say of a line of totals below or inside the table; undefined for any other without a quarter. */
export function fraseTotale(scanner: RecordScanner, columns: number): string | undefined {
  for (let field = 0; field < Math.min(scanner.fields, columns); field++) {
    const testo = scanner.value(field);
    if (TOTALE.test(testo) || TOTALE_DI_GRUPPO.test(testo)) return FRASE_TOTALE;
  }
  return undefined;
}

/** The same of a row that has a quarter: only where it should name a rapporto or a person, in these fields. */
export function fraseTotaleNominato(scanner: RecordScanner, campi: readonly number[]): string | undefined {
  const { bytes, starts, ends } = scanner;
  for (const field of campi) {
    const from = starts[field] as number;
    if (from === ends[field] || INIZIALI[bytes[from] as number] !== 1) continue;
    if (TOTALE.test(scanner.value(field))) return FRASE_TOTALE;
  }
  return undefined;
}
