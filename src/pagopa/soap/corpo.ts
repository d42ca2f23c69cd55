import { type Elemento, testoDi, trova } from '../xml/albero.ts';
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

/**
 * The only child of that name.
 * @throws XmlRifiutato `busta` when an OK answer lacks it (the schema cannot tell: it is optional beside a fault)
 */
export function necessario(padre: Elemento, nome: string): Elemento {
  const trovato = trova(padre, nome);
  if (trovato === undefined) throw new XmlRifiutato('busta', `${padre.nome}: OK without ${nome}`, padre.nome);
  return trovato;
}

/**
 * Text of a child that an OK answer must have.
 * @throws XmlRifiutato `busta`
 */
export function testoNecessario(padre: Elemento, nome: string): string {
  return necessario(padre, nome).testo;
}
