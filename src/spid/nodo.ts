import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';
import { nodiDi } from '../pagopa/xml/albero.ts';
import { conDocumento } from '../pagopa/xml/gate.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';

/** A parsed element with its attributes, which SAML lives of; free of libxml2. Unqualified attributes only. */
export interface Nodo {
  readonly nome: string;
  readonly spazio: string;
  readonly attributi: ReadonlyMap<string, string>;
  readonly figli: readonly Nodo[];
  /** Of a leaf, as it stands. */
  readonly testo: string;
}

/**
 * The only way in for SAML: size, DOCTYPE and well-formedness are looked at before anything is read (AB-29, AB-39), and a message
 * with comments or processing instructions is refused, since readers cut texts differently at them.
 * @throws XmlRifiutato
 */
export function leggiSaml(xml: Uint8Array | string): Nodo {
  return conDocumento(xml, { soloUtf8: true }, ({ root }) => copia(root));
}

function copia(elemento: XmlElement): Nodo {
  const figli: Nodo[] = [];
  let testo = '';
  for (const nodo of nodiDi(elemento)) {
    if (nodo instanceof XmlElement) figli.push(copia(nodo));
    else if (nodo instanceof XmlText || nodo instanceof XmlCData) testo += nodo.content;
    else throw new XmlRifiutato('schema', 'a comment or a processing instruction is not accepted');
  }
  const attributi = new Map(
    elemento.attrs.filter(({ prefix }) => prefix === '').map(({ name, value }) => [name, value] as const),
  );
  return { nome: elemento.name, spazio: elemento.namespaceUri, attributi, figli, testo: figli.length > 0 ? '' : testo };
}

/** The children of that name and namespace. */
export function figliDi(nodo: Nodo | undefined, spazio: string, nome: string): readonly Nodo[] {
  return nodo?.figli.filter((figlio) => figlio.nome === nome && figlio.spazio === spazio) ?? [];
}

/** All that stand below, in document order. */
export function discendenti(nodo: Nodo, spazio: string, nome: string): readonly Nodo[] {
  return nodo.figli.flatMap((figlio) => [
    ...(figlio.nome === nome && figlio.spazio === spazio ? [figlio] : []),
    ...discendenti(figlio, spazio, nome),
  ]);
}
