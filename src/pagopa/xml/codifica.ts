import { XmlRifiutato } from './xml-rifiutato.ts';

export type Codifica = 'utf-8' | 'us-ascii' | 'iso-8859-1';

/** Every name in use for an encoding that a node, a PSP or a creditor may write in. */
const CODIFICHE: Readonly<Record<string, Codifica>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  utf_8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'ansi_x3.4-1968': 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  'iso_8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
};
const DICHIARAZIONE = /^(\uFEFF?<\?xml\s[^>]*?)\s+encoding\s*=\s*["']([^"']*)["']/;
/** The declaration, if there is one, ends within these bytes. */
const BYTE_DICHIARAZIONE = 256;

/** A message as characters, its declaration included. */
export interface TestoXml {
  readonly testo: string;
  readonly codifica: Codifica;
}

/**
 * Text of a message. As RFC 7303 has it, a byte order mark comes before the transport's charset, and that before the XML
 * declaration; without any it is UTF-8. A byte that the encoding does not know refuses the message.
 * @param charset of the `Content-Type`, when the message came by HTTP
 * @throws XmlRifiutato `codifica`
 */
export function decodificaXml(xml: Uint8Array | string, charset?: string): TestoXml {
  if (typeof xml === 'string') return { testo: xml, codifica: nota(dichiarata(xml)) };
  const conBom = xml[0] === 0xef && xml[1] === 0xbb && xml[2] === 0xbf;
  const detta = conBom ? 'utf-8' : (charset ?? dichiarata(latin1(xml.subarray(0, BYTE_DICHIARAZIONE))));
  const codifica = nota(detta);
  return { testo: decodifica(xml, codifica), codifica };
}

function dichiarata(testo: string): string | undefined {
  return DICHIARAZIONE.exec(testo)?.[2];
}

/** The same text without the name of its encoding: a parser that is given characters would be misled by it. */
export function senzaCodifica(testo: string): string {
  return testo.replace(DICHIARAZIONE, '$1');
}

/** A message to be kept as it came: what no encoding explains is read as UTF-8, with a mark for each wrong byte. */
export function testoDaConservare(xml: Uint8Array | string, charset?: string): string {
  try {
    return decodificaXml(xml, charset).testo;
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    return Buffer.from(xml as Uint8Array).toString('utf8');
  }
}

function nota(nome = 'utf-8'): Codifica {
  const chiave = nome.toLowerCase();
  const codifica = Object.hasOwn(CODIFICHE, chiave) ? CODIFICHE[chiave] : undefined;
  if (codifica === undefined) throw sconosciuta();
  return codifica;
}

function decodifica(byte: Uint8Array, codifica: Codifica): string {
  if (codifica === 'iso-8859-1') return latin1(byte);
  if (codifica === 'us-ascii' && byte.some((uno) => uno > 0x7f)) throw sconosciuta();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(byte);
  } catch {
    throw sconosciuta();
  }
}

function latin1(byte: Uint8Array): string {
  return Buffer.from(byte.buffer, byte.byteOffset, byte.byteLength).toString('latin1');
}

/** In the node's own words, which its testers look for. */
export function sconosciuta(): XmlRifiutato {
  return new XmlRifiutato('codifica', 'Data encoding is not UTF-8');
}
