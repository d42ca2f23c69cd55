/**
 * Writing XML: plain functions over text, so that the same data always gives the same bytes. Names are ours and constant;
 * only texts and attribute values come from outside, and they are always escaped.
 */
export type Xml = string & { readonly __xml: unique symbol };

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
function escapeXml(testo: string): string {
  const legale = testo.replace(ILLEGALI, '\uFFFD');
  return DA_PROTEGGERE.test(legale) ? legale.replace(/[&<>"'\r]/g, (c) => ENTITA[c] ?? c) : legale;
}

/** `<nome>testo</nome>`; nothing at all when the text is undefined. */
export function campo(nome: string, testo: string | number | boolean | undefined): Xml {
  return (testo === undefined ? '' : `<${nome}>${escapeXml(String(testo))}</${nome}>`) as Xml;
}

/** `<nome attributi>figli</nome>`. */
export function elemento(nome: string, figli: readonly Xml[], attributi: Readonly<Record<string, string>> = {}): Xml {
  const scritti = Object.entries(attributi).map(([chiave, valore]) => ` ${chiave}="${escapeXml(valore)}"`);
  return `<${nome}${scritti.join('')}>${figli.join('')}</${nome}>` as Xml;
}

/** The same element when there is something to put in it; nothing otherwise. */
export function elementoSe<T>(dati: T | undefined, scrivi: (dati: T) => Xml): Xml {
  return dati === undefined ? ('' as Xml) : scrivi(dati);
}

/** A whole document: UTF-8 declaration and root. */
export function documento(radice: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${radice}`;
}

/** Base64 of a text's UTF-8 bytes, as RPT and RT travel in SOAP bodies. */
export function inBase64(testo: string): string {
  return Buffer.from(testo, 'utf8').toString('base64');
}
