import { XmlCData, XmlElement, type XmlNode, XmlText, XmlTreeNode } from 'libxml2-wasm';

/** A parsed element, free of libxml2: names, namespaces, texts. Children are a list, so no name can reach a prototype. */
export interface Elemento {
  readonly nome: string;
  /** Namespace URI; empty for an unqualified name. */
  readonly spazio: string;
  /** Text of a leaf; empty when the element has children. */
  readonly testo: string;
  readonly figli: readonly Elemento[];
}

/** Copies a libxml2 element; the parser's own depth limit (256) bounds the recursion. */
export function copiaElemento(elemento: XmlElement): Elemento {
  const figli: Elemento[] = [];
  let testo = '';
  for (const nodo of nodiDi(elemento)) {
    if (nodo instanceof XmlElement) figli.push(copiaElemento(nodo));
    else if (nodo instanceof XmlText || nodo instanceof XmlCData) testo += nodo.content;
  }
  return { nome: elemento.name, spazio: elemento.namespaceUri, testo: figli.length > 0 ? '' : testo, figli };
}

/** Children of every kind, in order. A processing instruction does not know its successor in libxml2-wasm: XPath is asked. */
export function* nodiDi(elemento: XmlElement | undefined): Generator<XmlNode> {
  let nodo: XmlNode | null = elemento?.firstChild ?? null;
  while (nodo !== null) {
    yield nodo;
    nodo = nodo instanceof XmlTreeNode ? nodo.next : nodo.get('following-sibling::node()[1]');
  }
}

/** First child of that name, going down one name at a time. */
export function trova(elemento: Elemento, ...percorso: readonly string[]): Elemento | undefined {
  let qui: Elemento | undefined = elemento;
  for (const nome of percorso) qui = qui?.figli.find((figlio) => figlio.nome === nome);
  return qui;
}

/** All the children of that name. */
export function tutti(elemento: Elemento, nome: string): readonly Elemento[] {
  return elemento.figli.filter((figlio) => figlio.nome === nome);
}

/** Text of an optional descendant. */
export function testoSe(elemento: Elemento, ...percorso: readonly string[]): string | undefined {
  return trova(elemento, ...percorso)?.testo;
}

/**
 * Text of a descendant the schema makes mandatory.
 * @throws Error a program error: the schema let it through
 */
export function testoDi(elemento: Elemento, ...percorso: readonly string[]): string {
  const testo = testoSe(elemento, ...percorso);
  if (testo === undefined) throw new Error(`<${elemento.nome}> lacks ${percorso.join('/')}, which its schema requires`);
  return testo;
}

/** `{ chiave: testo }` when the element is there, `{}` otherwise: for optional properties of the mapped types. */
export function opzionale<K extends string>(
  elemento: Elemento,
  nome: string,
  chiave: K,
): Partial<Readonly<Record<K, string>>> {
  const testo = testoSe(elemento, nome);
  return testo === undefined ? {} : ({ [chiave]: testo } as Partial<Record<K, string>>);
}
