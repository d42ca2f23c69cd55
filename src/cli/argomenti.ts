import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * A year, as commands take it.
 * @throws ErroreDati `anno-non-valido`
 */
export function parseAnno(testo: string): number {
  if (/^\d{4}$/.test(testo.trim())) return Number(testo);
  throw new ErroreDati('anno-non-valido/argomento', { testo: testo.slice(0, 20), campo: 'anno' });
}
