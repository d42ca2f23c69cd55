import { XmlElement, type XmlDocument } from 'libxml2-wasm';
import { copiaElemento, type Elemento, nodiDi } from '../xml/albero.ts';
import { conDocumento, type Lettura } from '../xml/gate.ts';
import { type Schema, validaSchema } from '../xml/schemi.ts';
import { campo, documento, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import {
  SPAZIO_AVVISI_ENTE,
  SPAZIO_AVVISI_PSP,
  SPAZIO_BUSTA,
  SPAZIO_CORPI,
  SPAZIO_INTESTAZIONI,
  SPAZIO_NOTIFICHE_PSP,
} from './spazi.ts';

/** A SOAP message past the gate: header and body were checked against their schemas. */
export interface Busta {
  /** Local name of the body's element: `nodoInviaCarrelloRPT`, `Fault`… */
  readonly operazione: string;
  readonly corpo: Elemento;
  readonly intestazione?: Elemento;
}

/** An actor that is whoever gets the message (SOAP 1.1, 4.2.2). */
const ATTORE_PROSSIMO = 'http://schemas.xmlsoap.org/soap/actor/next';
const SCHEMI_DEI_CORPI: ReadonlyMap<string, Schema> = new Map([
  [SPAZIO_CORPI, 'nodo-corpi'],
  [SPAZIO_AVVISI_ENTE, 'avvisi-ente'],
  [SPAZIO_AVVISI_PSP, 'avvisi-psp'],
  [SPAZIO_NOTIFICHE_PSP, 'notifiche-psp'],
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

/** SOAP 1.1 Fault (4.4.1), for what cannot be answered in the operation's own terms. `chi`: whose fault it is. */
export function scriviSoapFault(chi: 'Client' | 'Server' | 'MustUnderstand', messaggio: string): string {
  return scriviBusta(
    elemento('soapenv:Fault', [campo('faultcode', `soapenv:${chi}`), campo('faultstring', messaggio)]),
  );
}

/**
 * Opens a SOAP envelope: the gate, then the envelope's schema, then header and body each against its own.
 * @throws XmlRifiutato with `operazione` when the envelope was sound and its content was not; `non-compreso` when a header that
 *   must be understood is none of ours (SOAP 1.1, 4.2.3)
 */
export function leggiBusta(xml: Uint8Array | string, lettura: Lettura = {}): Busta {
  return conDocumento(xml, lettura, (aperto) => {
    validaBusta(aperto);
    controllaIntestazioni(aperto.root);
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

/** Headers meant for others on the way (`actor`) are theirs to understand. */
function controllaIntestazioni(busta: XmlElement): void {
  for (const nodo of nodiDi(figlioDellaBusta(busta, 'Header'))) {
    if (!(nodo instanceof XmlElement) || nodo.namespaceUri === SPAZIO_INTESTAZIONI) continue;
    const actor = attributo(nodo, 'actor') ?? '';
    const obbligatoria = /^(1|true)$/.test(attributo(nodo, 'mustUnderstand') ?? '');
    if (obbligatoria && ['', ATTORE_PROSSIMO].includes(actor)) {
      throw new XmlRifiutato('non-compreso', `header <${nodo.name}> is not understood`);
    }
  }
}

function attributo(elemento: XmlElement, nome: string): string | undefined {
  return elemento.attrs.find((uno) => uno.name === nome && uno.namespaceUri === SPAZIO_BUSTA)?.value.trim();
}

function leggiIntestazione(busta: XmlElement, operazione: string): Elemento | undefined {
  const nostre = elementiDi(figlioDellaBusta(busta, 'Header')).filter(
    (uno) => uno.namespaceUri === SPAZIO_INTESTAZIONI,
  );
  const [intestazione] = nostre;
  if (intestazione === undefined) return undefined;
  if (nostre.length > 1) throw new XmlRifiutato('busta', `<${intestazione.name}> is not alone`, operazione);
  valida(intestazione, 'nodo-intestazioni', operazione);
  return copiaElemento(intestazione);
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
  return elementiDi(busta).find((figlio) => figlio.name === nome);
}

function primoElemento(padre: XmlElement | undefined): XmlElement | undefined {
  return elementiDi(padre)[0];
}

function elementiDi(padre: XmlElement | undefined): readonly XmlElement[] {
  return [...nodiDi(padre)].filter((nodo) => nodo instanceof XmlElement);
}
