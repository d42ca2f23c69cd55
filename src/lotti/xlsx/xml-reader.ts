import { xlsxNonValido } from './errore-xlsx.ts';

/** Longest tag or text between two tags, in characters: six times the longest cell, for its entities. */
const TOKEN_MAX_CHARS = 200_000;

/** Who listens to a document. Names come without their prefix; an empty element gives `open` and `close`. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads an XML text that arrives in pieces, holding one element at a time. No document type, so no entity but the five of XML
 * and the numbered ones: nothing can expand.
 */
export class XmlReader {
  readonly #listener: XmlListener;
  #rest = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** @throws ErroreDati `xlsx-non-valido` */
  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const end = open < 0 ? -1 : tagEnd(text, open);
      if (end < 0) break;
      if (open > at) this.#listener.text(unescapeXml(text.slice(at, open)));
      this.#tag(text, open, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > TOKEN_MAX_CHARS) throw xlsxNonValido('un elemento è troppo lungo');
  }

  /** @throws ErroreDati `xlsx-non-valido` when the document stops in the middle of an element */
  end(): void {
    if (this.#rest.trim() !== '') throw xlsxNonValido('un documento interno è tronco');
  }

  #tag(text: string, open: number, end: number): void {
    const listener = this.#listener;
    const first = text.charAt(open + 1);
    if (first === '/') listener.close(localName(text.slice(open + 2, end - 1).trimEnd()));
    else if (first === '!') this.#declaration(text.slice(open, end));
    else if (first !== '?') {
      const empty = text.charAt(end - 2) === '/';
      const inside = text.slice(open + 1, empty ? end - 2 : end - 1);
      const space = inside.search(/\s/);
      const name = localName(space < 0 ? inside : inside.slice(0, space));
      listener.open(name, space < 0 ? '' : inside.slice(space));
      if (empty) listener.close(name);
    }
  }

  #declaration(tag: string): void {
    if (tag.startsWith('<![CDATA[')) this.#listener.text(tag.slice(9, -3));
    else if (!tag.startsWith('<!--')) throw xlsxNonValido('contiene una DOCTYPE');
  }
}

/** Value of an attribute, entities undone. */
export function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at < 0) return attributes.includes(name) ? attributeWrittenOtherwise(attributes, name) : undefined;
  const from = at + name.length + 3;
  return unescapeXml(attributes.slice(from, attributes.indexOf('"', from)));
}

/** The same with single quotes, other spaces, or a prefix. */
function attributeWrittenOtherwise(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === name || localName(match[1] ?? '') === name) return unescapeXml(match[2] ?? match[3] ?? '');
  }
  return undefined;
}

/** Where the tag, comment or section that starts at `open` ends; -1 when it goes on. */
function tagEnd(text: string, open: number): number {
  if (text.charAt(open + 1) === '!' || text.charAt(open + 1) === '?') {
    const closer = text.startsWith('<!--', open) ? '-->' : text.startsWith('<![CDATA[', open) ? ']]>' : '>';
    const end = text.indexOf(closer, open);
    return end < 0 ? -1 : end + closer.length;
  }
  let end = text.indexOf('>', open);
  while (end >= 0 && isInsideQuotes(text, open, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

/** Whether place `at` of the tag that starts at `open` is in the value of an attribute. */
function isInsideQuotes(text: string, open: number, at: number): boolean {
  let quote = 0;
  for (let i = open; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 39) quote = quote === 0 ? code : quote === code ? 0 : quote;
  }
  return quote !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,10});/gi, (_, entity: string) => {
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    const char = entity.startsWith('#')
      ? code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined
      : ENTITIES[entity];
    if (char === undefined) throw xlsxNonValido(`l’entità &${entity}; non è ammessa`);
    return char;
  });
}
