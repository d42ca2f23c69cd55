/** What stands where the password was. */
const MASCHERA = '********';

/**
 * The content of every element called password, with or without a prefix: plain, in CDATA, with comments between; also when
 * the message breaks off within it.
 */
const PASSWORD = /(<(?:[\w.-]+:)?password\b[^<>]*>)(?:<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|[^<])+/gi;
/** The same as a field of JSON. */
const CAMPO = /("(?:password|segreto|secret|apiKey)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi;

/**
 * A message as it may be kept and shown: whole, save the passwords that stations and PSPs send with every call. Who reads the
 * journal has no need of them.
 */
export function senzaPassword(messaggio: string): string {
  return messaggio.replace(PASSWORD, `$1${MASCHERA}`).replace(CAMPO, `$1"${MASCHERA}"`);
}
