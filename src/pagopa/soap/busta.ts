import { XmlElement, type XmlDocument } from 'libxml2-wasm';
import { copiaElemento, type Elemento } from '../xml/albero.ts';
import { BYTE_MASSIMI, conDocumento } from '../xml/gate.ts';
import { type Schema, validaSchema } from '../xml/schemi.ts';
import { campo, documento, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import { SPAZIO_AVVISI_ENTE, SPAZIO_AVVISI_PSP, SPAZIO_BUSTA, SPAZIO_CORPI, SPAZIO_INTESTAZIONI } from './spazi.ts';

/** A SOAP message past the gate: header and body were checked against their schemas. */
export interface Busta {
  /** Local name of the body's element: `nodoInviaCarrelloRPT`, `Fault`… */
  readonly operazione: string;
  readonly corpo: Elemento;
  readonly intestazione?: Elemento;
}

const SCHEMI_DEI_CORPI: ReadonlyMap<string, Schema> = new Map([
  [SPAZIO_CORPI, 'nodo-corpi'],
  [SPAZIO_AVVISI_ENTE, 'avvisi-ente'],
  [SPAZIO_AVVISI_PSP, 'avvisi-psp'],
]);

/** Namespaces an envelope of the first model declares. */
const SPAZI_PRIMO_MODELLO = { 'xmlns:ppthead': SPAZIO_INTESTAZIONI, 'xmlns:ppt': SPAZIO_CORPI };

/** Writes an envelope. `corpo` is the operation's element with prefix `ppt`, `intestazione` one with prefix `ppthead`. */
export function scriviBusta(
  corpo: Xml,
  intestazione?: Xml,
  spazi: Readonly<Record<string, string>> = SPAZI_PRIMO_MODELLO,
): string {
  return documento(
    elemento(
      'soapenv:Envelope',
      [
        ...(intestazione === undefined ? [] : [elemento('soapenv:Header', [intestazione])]),
        elemento('soapenv:Body', [corpo]),
      ],
      { 'xmlns:soapenv': SPAZIO_BUSTA, ...spazi },
    ),
  );
}

/** SOAP 1.1 Fault, for what cannot be answered in the operation's own terms. `chi`: whose fault it is. */
export function scriviSoapFault(chi: 'Client' | 'Server', messaggio: string): string {
  return scriviBusta(
    elemento('soapenv:Fault', [campo('faultcode', `soapenv:${chi}`), campo('faultstring', messaggio)]),
  );
}

/**
 * Opens a SOAP envelope: the gate, then the envelope's schema, then header and body each against its own.
 * @throws XmlRifiutato with `operazione` when the envelope was sound and its content was not
 */
export function leggiBusta(xml: Uint8Array | string, byteMassimi = BYTE_MASSIMI): Busta {
  return conDocumento(xml, byteMassimi, (aperto) => {
    validaBusta(aperto);
    const corpo = primoElemento(figlioDellaBusta(aperto.root, 'Body'));
    if (corpo === undefined) throw new XmlRifiutato('busta', 'empty SOAP body');
    if (corpo.namespaceUri === SPAZIO_BUSTA) return { operazione: corpo.name, corpo: copiaElemento(corpo) };
    const schema = SCHEMI_DEI_CORPI.get(corpo.namespaceUri);
    if (schema === undefined) throw new XmlRifiutato('busta', `unknown namespace of <${corpo.name}>`);
    valida(corpo, schema, corpo.name);
    const intestazione = leggiIntestazione(aperto.root, corpo.name);
    return {
      operazione: corpo.name,
      corpo: copiaElemento(corpo),
      ...(intestazione !== undefined && { intestazione }),
    };
  });
}

function validaBusta(aperto: XmlDocument): void {
  try {
    validaSchema(aperto, 'busta-soap');
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new XmlRifiutato('busta', errore.message);
    throw errore;
  }
}

function leggiIntestazione(busta: XmlElement, operazione: string): Elemento | undefined {
  const header = figlioDellaBusta(busta, 'Header');
  for (let nodo = header?.firstChild ?? null; nodo !== null; nodo = nodo.next) {
    if (nodo instanceof XmlElement && nodo.namespaceUri === SPAZIO_INTESTAZIONI) {
      valida(nodo, 'nodo-intestazioni', operazione);
      return copiaElemento(nodo);
    }
  }
  return undefined;
}

function valida(parte: XmlElement, schema: Schema, operazione: string): void {
  try {
    validaSchema(parte, schema);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new XmlRifiutato(errore.motivo, errore.message, operazione);
    throw errore;
  }
}

function figlioDellaBusta(busta: XmlElement, nome: string): XmlElement | undefined {
  for (let nodo = busta.firstChild; nodo !== null; nodo = nodo.next) {
    if (nodo instanceof XmlElement && nodo.name === nome) return nodo;
  }
  return undefined;
}

function primoElemento(padre: XmlElement | undefined): XmlElement | undefined {
  for (let nodo = padre?.firstChild ?? null; nodo !== null; nodo = nodo.next) {
    if (nodo instanceof XmlElement) return nodo;
  }
  return undefined;
}
