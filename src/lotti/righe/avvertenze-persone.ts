/** What is implausible about who is in a row; no `;` or quotes, so that it can stand in a cell. */
export const STESSO_CODICE_FISCALE = 'datore e lavoratore hanno lo stesso codice fiscale: ricontrollarli';
export const DATORE_SENZA_NOME =
  'il codice fiscale del datore è di un ente, o provvisorio: il lavoro domestico è alle dipendenze di una famiglia, ricontrollarlo';
