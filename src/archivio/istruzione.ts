import { createHash } from 'node:crypto';
import knex, { type Knex } from 'knex';

/** What a parameter may be: the columns hold texts and whole numbers. */
export type Valore = string | number | null;

type Dati<P extends string> = Readonly<Record<P, Valore>>;
type Segnaposto<P extends string> = (nome: P) => Knex.Value;

export type Dialetto = 'postgres' | 'sqlite';

/** A statement with its values, to be run. */
export interface Chiamata {
  readonly compilata: (dialetto: Dialetto) => Compilata;
  readonly dati: Dati<string>;
}

/** A statement as a driver takes it, and how values are put in the order of its parameters. */
export interface Compilata {
  /** Its name in this process, by which a PostgreSQL connection keeps it prepared. */
  readonly nome: string;
  readonly sql: string;
  readonly scrive: boolean;
  /** @throws Error when a parameter has no value */
  readonly valori: (dati: Dati<string>) => Valore[];
}

/** Stands in a statement where a value will be. */
class Parametro {
  readonly nome: string;
  constructor(nome: string) {
    this.nome = nome;
  }
}

/** Builders without a database: only the words of the two dialects differ. */
const COSTRUTTORI: Readonly<Record<Dialetto, Knex>> = {
  postgres: knex({ client: 'pg' }),
  sqlite: knex({ client: 'better-sqlite3', useNullAsDefault: true }),
};

/**
 * A statement built once for each dialect and run many times with other values: building it anew, as knex does, costs more
 * than running it. For the dozens of statements of every payment; what is asked seldom, or in a form that changes, stays
 * with knex.
 * @param costruisci builds the statement with `v('nome')` where a value will be
 */
export function istruzione<P extends string>(
  costruisci: (q: Knex, v: Segnaposto<P>) => Knex.QueryBuilder,
): (dati: Dati<P>) => Chiamata {
  const compilata = compileOnce(costruisci as (q: Knex, v: Segnaposto<string>) => Knex.QueryBuilder);
  return (dati) => ({ compilata, dati });
}

/**
 * A statement with a list whose length changes: built once for each length that comes.
 * @param costruisci is given the list's places, to be put where a list of values would stand
 */
export function istruzioneConElenco<P extends string = never>(
  costruisci: (q: Knex, elenco: Knex.Value[], v: Segnaposto<P>) => Knex.QueryBuilder,
): (elenco: readonly Valore[], dati: Dati<P>) => Chiamata {
  const fatte = new Map<number, Chiamata['compilata']>();
  const posto = (indice: number) => `elenco ${indice}`;
  return (elenco, dati) => {
    const nota =
      fatte.get(elenco.length) ??
      compileOnce((q, v) =>
        costruisci(
          q,
          elenco.map((_, indice) => v(posto(indice))),
          v,
        ),
      );
    fatte.set(elenco.length, nota);
    const valori = Object.fromEntries(elenco.map((valore, indice) => [posto(indice), valore]));
    return { compilata: nota, dati: { ...dati, ...valori } };
  };
}

/** Rows that one statement inserts at most: each number of them is a statement of its own, which a connection keeps. */
const RIGHE_INSIEME = 25;

/** The insertion of many rows at a time, with the fewest statements. */
export function inserimento<C extends string>(
  tabella: string,
  colonne: readonly C[],
): (righe: readonly Dati<C>[]) => readonly Chiamata[] {
  const posto = (colonna: string, indice: number) => `${colonna} ${indice}`;
  const fatte = new Map<number, Chiamata['compilata']>();
  const compilataPer = (quante: number): Chiamata['compilata'] => {
    const nota =
      fatte.get(quante) ??
      compileOnce((q, v) =>
        q(tabella).insert(
          Array.from({ length: quante }, (_, indice) =>
            Object.fromEntries(colonne.map((colonna) => [colonna, v(posto(colonna, indice))])),
          ),
        ),
      );
    fatte.set(quante, nota);
    return nota;
  };
  return (righe) =>
    blocchi(righe, RIGHE_INSIEME).map((blocco) => ({
      compilata: compilataPer(blocco.length),
      dati: Object.fromEntries(
        blocco.flatMap((riga, indice) => colonne.map((colonna) => [posto(colonna, indice), riga[colonna]] as const)),
      ),
    }));
}

function blocchi<T>(righe: readonly T[], quante: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(righe.length / quante) }, (_, n) => righe.slice(n * quante, (n + 1) * quante));
}

/** The insertion of a row with these columns, each a parameter of its own name. */
export function insertOf<C extends string>(
  q: Knex,
  tabella: string,
  colonne: readonly C[],
  v: Segnaposto<C>,
): Knex.QueryBuilder {
  return q(tabella).insert(Object.fromEntries(colonne.map((colonna) => [colonna, v(colonna)])));
}

function compileOnce(
  costruisci: (q: Knex, v: Segnaposto<string>) => Knex.QueryBuilder,
): (dialetto: Dialetto) => Compilata {
  const fatte: Partial<Record<Dialetto, Compilata>> = {};
  return (dialetto) => (fatte[dialetto] ??= compile(COSTRUTTORI[dialetto], costruisci));
}

function compile(q: Knex, costruisci: (q: Knex, v: Segnaposto<string>) => Knex.QueryBuilder): Compilata {
  const { sql, bindings } = costruisci(q, (nome) => new Parametro(nome) as unknown as Knex.Value)
    .toSQL()
    .toNative();
  const legami = bindings as readonly (Parametro | Valore)[];
  return {
    nome: nomeDi(sql),
    sql,
    scrive: !/^\s*select\b/i.test(sql),
    valori: (dati) => legami.map((legame) => (legame instanceof Parametro ? valueOf(legame, dati, sql) : legame)),
  };
}

/** Two statements of one text share a name, as they share what is prepared. */
function nomeDi(sql: string): string {
  return createHash('sha256').update(sql).digest('base64url').slice(0, 32);
}

function valueOf({ nome }: Parametro, dati: Dati<string>, sql: string): Valore {
  const valore = dati[nome];
  if (valore === undefined) throw new Error(`no value for ${nome} in: ${sql}`);
  return valore;
}
