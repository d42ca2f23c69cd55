/** Anything XML 1.0 cannot bear: control characters, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGALI = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const DA_PROTEGGERE = /[&<>"'\r]/;
const ENTITA: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

/** Text made safe for element content and attribute values; characters XML cannot bear become U+FFFD, never vanish. */
export function escapeXml(testo: string): string {
  const legale = testo.replace(ILLEGALI, '\uFFFD');
  return DA_PROTEGGERE.test(legale) ? legale.replace(/[&<>"'\r]/g, (c) => ENTITA[c] ?? c) : legale;
}
