/** Spaces that typesetting programs and Excel put where nobody sees them: no-break, thin, zero-width. */
const SPAZI = /[\u00a0\u2000-\u200b\u202f\u2060\ufeff]/g;

/** A cell's text as a person reads it: spaces of any kind are spaces, none at the ends. */
export function pulisci(testo: string): string {
  return testo.replace(SPAZI, ' ').trim();
}

/** The text of a cell that holds no words: an apostrophe before it only says that it is text, as spreadsheets take it. */
export function pulisciValore(testo: string): string {
  return pulisci(testo).replace(/^'/, '');
}
