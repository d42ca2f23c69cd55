/** A character that has no place in what people write, and where it stands. */
export interface CarattereVietato {
  readonly carattere: string;
  /** From 1, in characters as people count them on the screen, invisible ones included. */
  readonly posto: number;
  readonly perche: 'invisibile' | 'figura';
}

/** Controls, marks that turn the direction of writing, characters without width, private ones: none of them is seen. */
const INVISIBILE =
  /\u034f|\u17b4|\u17b5|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u115f\u1160\u2800\u3164\uffa0]/u;
/** Pictures, and what only changes pictures. The signs of copyright and trade mark are letters' company. */
const FIGURA = /(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const VARIANTE = /\u20e3|[\ufe00-\ufe0f]/u;
/** Most texts: nothing to look for. */
const SEMPLICE = /^[ -~À-ž’]*$/;

/**
 * The first character of a text that cannot be seen, or that is a picture: a name that holds one is not what it seems, and on
 * paper it would be another.
 */
export function carattereVietato(testo: string): CarattereVietato | undefined {
  if (SEMPLICE.test(testo)) return undefined;
  let posto = 0;
  for (const carattere of testo) {
    posto++;
    if (INVISIBILE.test(carattere)) return { carattere, posto, perche: 'invisibile' };
    if (FIGURA.test(carattere) || VARIANTE.test(carattere)) return { carattere, posto, perche: 'figura' };
  }
  return undefined;
}

/** What to say of it, after the name of the field: `al posto 6 c’è un carattere che non si vede (U+200B): …`. */
export function describeVietato({ carattere, posto, perche }: CarattereVietato): string {
  const codice = `U+${(carattere.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return perche === 'figura'
    ? `al posto ${posto} c’è la figura «${carattere}» (${codice}): scrivere solo lettere.`
    : `al posto ${posto} c’è un carattere che non si vede (${codice}), forse copiato da un’altra pagina: riscrivere il testo a mano.`;
}
