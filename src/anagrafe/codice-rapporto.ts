import { ErroreDati } from '../valori/errore-dati.ts';

/** INPS's code of one hiring: 10 or 11 digits (the sources disagree: docs/glossary.md). */
export type CodiceRapporto = string & { readonly __codiceRapporto: unique symbol };

/**
 * Reads a codice rapporto di lavoro as INPS prints it: 10 or 11 digits; spaces, dots and hyphens between them are let pass.
 * @throws ErroreDati `codice-rapporto-non-valido`
 */
export function parseCodiceRapporto(testo: string, campo = 'codice rapporto'): CodiceRapporto {
  const codice = testo.length > 40 ? '' : testo.replace(/[\s.-]/g, '');
  if (!/^\d{10,11}$/.test(codice)) {
    throw new ErroreDati('codice-rapporto-non-valido', { campo });
  }
  return codice as CodiceRapporto;
}
