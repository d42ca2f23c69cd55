import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../valori/package-root.ts';

/** Values that a message has places for; a number also chooses the plural. */
export type Valori = Readonly<Record<string, string | number>>;

const messaggi = z.record(z.string(), z.string());

/** The messages of one room in one language, by dotted key, in ICU's message syntax. */
export class Testi {
  readonly #lingua: string;
  readonly #messaggi: ReadonlyMap<string, string>;
  readonly #letti = new Map<string, IntlMessageFormat>();

  constructor(lingua: string, tutti: Readonly<Record<string, string>>) {
    this.#lingua = lingua;
    this.#messaggi = new Map(Object.entries(tutti));
  }

  get chiavi(): readonly string[] {
    return [...this.#messaggi.keys()];
  }

  /** A message with its values put in. A missing key or value is a program error, never an empty place on a page. */
  testo(chiave: string, valori: Valori = {}): string {
    return String(this.letto(chiave).format(valori));
  }

  /** The message as it was read: its places and plurals. */
  letto(chiave: string): IntlMessageFormat {
    let letto = this.#letti.get(chiave);
    if (letto === undefined) {
      const scritto = this.#messaggi.get(chiave);
      if (scritto === undefined) throw new Error(`the catalogue lacks «${chiave}» (${this.#lingua})`);
      // Messages are plain text: what they are put into escapes them.
      letto = new IntlMessageFormat(scritto, this.#lingua, undefined, { ignoreTag: true });
      this.#letti.set(chiave, letto);
    }
    return letto;
  }
}

/**
 * The catalogue of a room: `templates/testi/<stanza>/<part>.<language>.yaml`, as many parts as it has subjects. A language is
 * a file for each part, and nothing else.
 */
export function loadCatalogo<L extends string>(stanza: string, lingue: readonly L[]): Readonly<Record<L, Testi>> {
  const cartella = packagePath('templates', 'testi', stanza);
  const file = readdirSync(cartella);
  return Object.fromEntries(
    lingue.map((lingua) => {
      const suoi = file.filter((nome) => nome.endsWith(`.${lingua}.yaml`));
      const letti = suoi.map((nome) => messaggi.parse(parse(readFileSync(join(cartella, nome), 'utf8'), FAILSAFE)));
      return [lingua, new Testi(lingua, Object.assign({}, ...letti) as Record<string, string>)];
    }),
  ) as Record<L, Testi>;
}

/** Every value is a text: `no` and `1.0` too. */
const FAILSAFE = { schema: 'failsafe' } as const;
