/** What can run nothing: a sign before digits, spaces, points and commas (`-2,5`, `+39 333 1234567`), or alone. */
const NUMBER = /^[+-][\d .,]*$/;
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Makes a text that a spreadsheet cannot run: a leading `'` before anything that starts like a formula (OWASP, CSV injection:
 * `=` `+` `-` `@`, tab, line ends, and the full-width forms of the first four). Signed numbers and telephone numbers stay as
 * they are.
 */
export function neutralizeFormula(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

const EQUALS = 61;
const PLUS = 43;
const MINUS = 45;
const AT = 64;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
/** First byte of the full-width forms, and of nothing common. */
const FULL_WIDTH = 0xef;

/** Whether the UTF-8 cell that starts at `at` may have to be neutralised; a few that need not be are let pass as well. */
export function mayBeFormula(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  if (byte > AT) return byte === FULL_WIDTH;
  if (byte > MINUS) return byte === EQUALS || byte === AT;
  return byte === PLUS || byte === MINUS || byte === TAB || byte === NEWLINE || byte === RETURN;
}
