import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import { readCodiceInps } from '../verifica/codice-inps.ts';

/**
 * What a subject lets guess of the quarter: an INPS code of 15 digits, or `4/2020` (the postal slip's Data Matrix has no
 * slash: `4 2020`). A guess, never a fact: INPS publishes no form of its subjects.
 */
export function indiziDellOggetto(oggetto: string): {
  readonly trimestre: Trimestre | null;
  readonly codiceInps: string | null;
} {
  const codiceInps = /(?<!\d)\d{15}(?!\d)/.exec(oggetto)?.[0];
  const parti = codiceInps === undefined ? null : readOrNull(codiceInps);
  if (codiceInps !== undefined && parti !== null) return { trimestre: parti, codiceInps };
  const [, numero, anno] = /(?<!\d)([1-4])[/\- ](20\d{2})(?!\d)/.exec(oggetto) ?? [];
  const trimestre = numero === undefined ? null : { anno: Number(anno), numero: Number(numero) as Trimestre['numero'] };
  return { trimestre, codiceInps: null };
}

function readOrNull(codice: string): Trimestre | null {
  try {
    return readCodiceInps(codice).trimestre;
  } catch (errore) {
    if (errore instanceof ErroreDati) return null;
    throw errore;
  }
}
