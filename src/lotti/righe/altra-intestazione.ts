import { ErroreDati } from '../../valori/errore-dati.ts';
import type { RecordScanner } from '../csv/record-scanner.ts';
import type { Intestazione } from './intestazione.ts';
import { colonnaDaIntestazione } from './riconosci-colonna.ts';

/** Columns of ours that a row must name to be a header: one or two words may be anybody's. */
const NOMI_MINIMI = 2;

/**
 * What to say of a row that is a header again, as files put together have it; undefined for any other.
 * @throws ErroreDati `intestazioni-diverse` when its columns stand elsewhere: the rows below would be read with the wrong names
 */
export function fraseIntestazione(scanner: RecordScanner, { posti }: Intestazione): string | undefined {
  const celle = Array.from({ length: scanner.fields }, (_, field) => scanner.value(field).trim());
  const nominate = celle.flatMap((cella, posto) => {
    const colonna = colonnaDaIntestazione(cella);
    return colonna === undefined ? [] : [{ colonna, posto }];
  });
  if (nominate.length < NOMI_MINIMI) return undefined;
  const stesse = nominate.length === posti.size && nominate.every(({ colonna, posto }) => posti.get(colonna) === posto);
  if (stesse) return 'È di nuovo la riga delle intestazioni, non un rapporto: non è calcolata.';
  throw new ErroreDati('intestazioni-diverse', { line: scanner.line, campo: 'intestazione' });
}
