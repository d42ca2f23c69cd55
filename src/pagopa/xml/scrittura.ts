import { escapeXml } from '../../valori/escape-xml.ts';

/**
 * Writing XML: plain functions over text, so that the same data always gives the same bytes. Names are ours and constant;
 * only texts and attribute values come from outside, and they are always escaped.
 */
export type Xml = string & { readonly __xml: unique symbol };

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
