/** No more than this of a text is kept. */
const MASSIMO = 4_000;
/** What stands where something was taken out. */
const OMESSO = '…';

/** An opaque identifier of ours: it says nothing of anybody. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Names that a database quotes in its own sentences are of its schema, not of people. */
const NOME_DI_SCHEMA = /\b(constraint|column|relation|table|index|reading|setting) (["'])([A-Za-z_][\w.]{0,62})\2/g;

/** In this order: what a rule takes out is not looked at by the next. */
const REGOLE: readonly (readonly [RegExp, string | ((trovato: string) => string)])[] = [
  // Credentials of an address; a password may hold an @ itself.
  [/\b([a-z][a-z+.-]*:\/\/)\S*@/gi, `$1${OMESSO}@`],
  [NOME_DI_SCHEMA, '$1 $3'],
  // From the first to the last quote: a text cut out of JSON holds quotes of its own.
  [/".*"/gs, `"${OMESSO}"`],
  [/«.*»/gs, `«${OMESSO}»`],
  [/“.*”/gs, `“${OMESSO}”`],
  [/(?<!\w)'.*'(?!\w)/gs, `'${OMESSO}'`],
  [/\b[A-Z]{6}[\dLMNP-V]{2}[A-Z][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]\b/gi, OMESSO],
  [/[^\s@<>"]+@[^\s@<>"]+\.[A-Za-z]{2,}/g, OMESSO],
  // Codici rapporto, IUV, codici avviso, accounts.
  [/(?<![\w-])\d{9,}(?![\w-])/g, OMESSO],
  // Session ids, tokens, secrets: long, and no word of any language.
  [/[\w~+%.=-]{24,}/g, (trovato) => (UUID.test(trovato) || !/[A-Z\d]/.test(trovato) ? trovato : OMESSO)],
];

/**
 * A text without what may be somebody's: codici fiscali, numbers that identify, addresses, whatever is quoted, credentials,
 * tokens; and cut, when it is long. For what is written where more people read than may see people's data (abuse case AB-45). Words without quotes stay:
 * our own messages name nobody.
 */
export function senzaDati(testo: string): string {
  // Some of the rules look from each of their beginnings to the end: what is long is cut before.
  const corto = testo.length > MASSIMO ? `${testo.slice(0, MASSIMO)}${OMESSO}` : testo;
  return REGOLE.reduce(
    (resto, [cerca, metti]) =>
      typeof metti === 'string' ? resto.replace(cerca, metti) : resto.replace(cerca, (trovato) => metti(trovato)),
    corto,
  );
}
