import { SaxesParser } from 'saxes';
import type { ErroriFoglio } from '../fogli/errore-foglio.ts';

/** Longest tag or text between two tags, in characters: six times the longest cell, for its entities. */
const TOKEN_MAX_CHARS = 200_000;

/** Deepest nesting: no part of a workbook comes near it. */
const DEPTH_MAX = 64;

/** The attributes of an element, by their name as written. */
export type Attributi = Readonly<Record<string, string>>;

/** Who listens to a document. Names come without their prefix; an empty element gives `open` and `close`. */
export interface XmlListener {
  open?(name: string, attributes: Attributi): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML text that arrives in pieces, holding one element at a time. No document type, so no entity but the five of XML
 * and the numbered ones: nothing can expand.
 */
export class XmlReader {
  readonly #errori: ErroriFoglio;
  readonly #parser = new SaxesParser({ position: false, xmlns: false });
  /** Characters read since the last thing told: an element without end would otherwise be held whole. */
  #held = 0;
  #depth = 0;

  constructor(listener: XmlListener, errori: ErroriFoglio) {
    this.#errori = errori;
    const parser = this.#parser;
    const text = (testo: string): void => {
      this.#held = 0;
      listener.text?.(testo);
    };
    // No more listeners than these: with two more V8 keeps the parser as a dictionary, and reading takes five times as long.
    parser.on('opentag', ({ name, attributes }) => {
      this.#held = 0;
      if (++this.#depth > DEPTH_MAX) throw errori.nonValido('un documento interno ha troppi livelli');
      listener.open?.(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#held = 0;
      this.#depth--;
      listener.close?.(localName(name));
    });
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('doctype', () => {
      throw errori.nonValido('contiene una DOCTYPE');
    });
  }

  /** @throws ErroreDati `…-non-valido` */
  push(piece: string): void {
    this.#held += piece.length;
    this.#read(() => this.#parser.write(piece));
    if (this.#held > TOKEN_MAX_CHARS + piece.length) throw this.#errori.nonValido('un elemento è troppo lungo');
  }

  /** @throws ErroreDati `…-non-valido` when the document stops before its end */
  end(): void {
    this.#read(() => this.#parser.close());
  }

  #read(step: () => unknown): void {
    try {
      step();
    } catch (errore) {
      const ofParser = errore instanceof Error && errore.constructor === Error;
      throw ofParser ? this.#errori.nonValido(reason(errore.message)) : errore;
    }
  }
}

/** Value of an attribute, whatever prefix it is written with. */
export function attribute(attributes: Attributi, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  for (const written in attributes) if (localName(written) === name) return attributes[written];
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** What saxes found wrong, for who has the file. */
function reason(message: string): string {
  if (/entity/.test(message)) return 'contiene un’entità che non è ammessa';
  if (/unclosed|unexpected end|must contain a root/.test(message)) return 'un documento interno è tronco';
  return 'un documento interno non è XML ben formato';
}
