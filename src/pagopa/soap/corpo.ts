import { testoDi, type Elemento } from '../xml/albero.ts';
import { elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import { type Busta, leggiBusta } from './busta.ts';

/** `<ppt:nome>`: only the operation's element is qualified, its children are not (WSDL, elementFormDefault unqualified). */
export function corpo(nome: string, figli: readonly Xml[]): Xml {
  return elemento(`ppt:${nome}`, figli);
}

/**
 * Opens an envelope that must carry this operation.
 * @throws XmlRifiutato `busta` when it carries another one, a SOAP Fault included
 */
export function attendi(xml: Uint8Array | string, operazione: string): Busta {
  const busta = leggiBusta(xml);
  if (busta.operazione !== operazione) {
    throw new XmlRifiutato('busta', `got ${busta.operazione} instead of ${operazione}`, busta.operazione);
  }
  return busta;
}

/** Bytes of a base64 element; the schema already checked the alphabet. */
export function byteDi(padre: Elemento, nome: string): Uint8Array {
  return Buffer.from(testoDi(padre, nome), 'base64');
}
