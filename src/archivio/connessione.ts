import type BetterSqlite3 from 'better-sqlite3';
import type { Knex } from 'knex';
import type { Chiamata, Valore } from './istruzione.ts';
import type { Riga } from './righe.ts';

/** What a repository works over: the whole database, or one transaction of it. */
export interface Connessione {
  /** For what is asked seldom or in a form that changes. */
  readonly knex: Knex;
  /** The rows of a select, or those a writing statement returns. */
  righe(chiamata: Chiamata): Promise<readonly Riga[]>;
  /** How many rows a statement wrote. */
  scritte(chiamata: Chiamata): Promise<number>;
}

/** A connection of PostgreSQL's driver. */
interface ClientPg {
  query(istruzione: {
    readonly name: string;
    readonly text: string;
    readonly values: readonly Valore[];
  }): Promise<{ readonly rows: readonly Riga[]; readonly rowCount: number | null }>;
}

/**
 * Over the pool, or over the one connection of a transaction. Each connection keeps its statements prepared; those asked for
 * together (`Promise.all`) within a transaction leave together.
 */
export function connessionePostgres(knex: Knex): Connessione {
  const client = knex.client as Knex.Client;
  const esegui = async ({ compilata, dati }: Chiamata) => {
    const { nome, sql, valori } = compilata('postgres');
    const istruzione = { name: nome, text: sql, values: valori(dati) };
    const connessione = (await client.acquireConnection()) as ClientPg;
    try {
      return await connessione.query(istruzione);
    } finally {
      await client.releaseConnection(connessione);
    }
  };
  return {
    knex,
    righe: async (chiamata) => (await esegui(chiamata)).rows,
    scritte: async (chiamata) => (await esegui(chiamata)).rowCount ?? 0,
  };
}

/** Within a transaction that is open on `sqlite`. */
export function connessioneSqlite(knex: Knex, sqlite: BetterSqlite3.Database): Connessione {
  return {
    knex,
    righe: (chiamata) => settled(() => readRows(sqlite, chiamata)),
    scritte: (chiamata) => settled(() => write(sqlite, chiamata)),
  };
}

/**
 * The database outside transactions. What reads does not wait for whoever writes: it has a connection of its own, which sees
 * what is committed; what writes is a transaction of its own.
 */
export function connessioneDiLettura(
  knex: Knex,
  lettura: () => BetterSqlite3.Database,
  inTransazione: <T>(lavoro: (connessione: Connessione) => Promise<T>) => Promise<T>,
): Connessione {
  return {
    knex,
    righe: (chiamata) =>
      chiamata.compilata('sqlite').scrive
        ? inTransazione((connessione) => connessione.righe(chiamata))
        : settled(() => readRows(lettura(), chiamata)),
    scritte: (chiamata) => inTransazione((connessione) => connessione.scritte(chiamata)),
  };
}

function readRows(sqlite: BetterSqlite3.Database, { compilata, dati }: Chiamata): readonly Riga[] {
  const { sql, valori } = compilata('sqlite');
  return sqlite.prepare(sql).all(valori(dati)) as Riga[];
}

function write(sqlite: BetterSqlite3.Database, { compilata, dati }: Chiamata): number {
  const { sql, valori } = compilata('sqlite');
  return sqlite.prepare(sql).run(valori(dati)).changes;
}

/** The driver is synchronous; its errors come as those of a promise. */
function settled<T>(lavoro: () => T): Promise<T> {
  try {
    return Promise.resolve(lavoro());
  } catch (errore) {
    return Promise.reject(errore instanceof Error ? errore : new Error(String(errore)));
  }
}
