/** INPS's code of one hiring: 10 or 11 digits (the sources disagree: docs/glossary.md). */
export type CodiceRapporto = string & { readonly __codiceRapporto: unique symbol };
