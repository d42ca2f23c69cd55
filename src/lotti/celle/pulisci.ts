/** Spaces that typesetting programs and Excel put where nobody sees them: no-break, thin, zero-width. */
const SPAZI = /[\u00a0\u2000-\u200b\u202f\u2060\ufeff]/g;

/** A cell's text as a person reads it: spaces of any kind are spaces, none at the ends. */
export function pulisci(testo: string): string {
  return testo.replace(SPAZI, ' ').trim();
}
