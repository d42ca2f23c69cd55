import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { copiaElemento, type Elemento } from './albero.ts';
import { decodificaXml, sconosciuta, senzaCodifica } from './codifica.ts';
import { type Schema, validaSchema } from './schemi.ts';
import { XmlRifiutato } from './xml-rifiutato.ts';

/** No message of ours is near it: a cart of five RPTs is 20 KB. Flows of rendicontazione have their own limit. */
export const BYTE_MASSIMI = 256 * 1024;

/** No network, no external entity, no catalog; entities cannot be declared anyway, since a DOCTYPE is refused before. */
const OPZIONI: ParseOption =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;

/** How the bytes of a message are to be taken. */
export interface Lettura {
  readonly byteMassimi?: number;
  /** Of the `Content-Type` it came with. */
  readonly charset?: string;
  /** Nothing but UTF-8, as the node asks of an RPT. */
  readonly soloUtf8?: boolean;
}

/** What is asked of a message beyond being well-formed XML. */
export interface RichiestaGate extends Lettura {
  readonly schema: Schema;
  /** Local name the root must have. */
  readonly radice: string;
}

/**
 * The only way in for XML: size, encoding, DOCTYPE, well-formedness, schema, in this order, before anything is read of it.
 * @throws XmlRifiutato
 */
export function leggiXml(xml: Uint8Array | string, richiesta: RichiestaGate): Elemento {
  return conDocumento(xml, richiesta, (documento) => {
    validaSchema(documento, richiesta.schema);
    const radice = documento.root;
    if (radice.name !== richiesta.radice) {
      throw new XmlRifiutato('schema', `root is <${radice.name}> instead of <${richiesta.radice}>`);
    }
    return copiaElemento(radice);
  });
}

/**
 * Opens a message for a reader that checks parts of it by itself (SOAP envelopes). The document is freed on return.
 * @throws XmlRifiutato
 */
export function conDocumento<T>(xml: Uint8Array | string, lettura: Lettura, leggi: (documento: XmlDocument) => T): T {
  const documento = parse(testoDi(xml, lettura));
  try {
    return leggi(documento);
  } finally {
    documento.dispose();
  }
}

function testoDi(xml: Uint8Array | string, { byteMassimi = BYTE_MASSIMI, charset, soloUtf8 }: Lettura): string {
  const lunghezza = typeof xml === 'string' ? Buffer.byteLength(xml) : xml.byteLength;
  if (lunghezza > byteMassimi) {
    throw new XmlRifiutato('troppo-grande', `message of ${lunghezza} bytes, at most ${byteMassimi}`);
  }
  const { testo, codifica } = decodificaXml(xml, charset);
  if (testo.includes('\u0000') || (soloUtf8 === true && codifica === 'iso-8859-1')) throw sconosciuta();
  if (/<!DOCTYPE/i.test(testo)) throw new XmlRifiutato('doctype', 'a DOCTYPE is not accepted');
  return senzaCodifica(testo);
}

function parse(testo: string): XmlDocument {
  try {
    return XmlDocument.fromString(testo, { option: OPZIONI });
  } catch (errore) {
    if (!(errore instanceof XmlLibError)) throw errore;
    throw new XmlRifiutato('malformato', (errore.details[0]?.message ?? errore.message).trim());
  }
}
