import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { privateDatabase } from '../valori/file-privati.ts';
import { makeFolder } from '../valori/make-folder.ts';
import { createAttesaBlocco } from '../sqlite/attesa-blocco.ts';
import { ClientSqlite, type GuardieSqlite } from './client-sqlite.ts';
import { type AttesePostgres, ClientPostgres } from './client-postgres.ts';
import { createLettore } from './lettore.ts';
import { prepareWriter } from './prepara-connessione.ts';
import { createSentinella, type Sentinella } from './sentinella.ts';

/** What a process may take of a PostgreSQL that others use too, and how long it waits for it. */
export interface LimitiPostgres {
  /** Connections at once. */
  readonly connessioni: number;
  /** For a connection, milliseconds; also for a server that restarts. */
  readonly attesaMs: number;
  /** For a statement's end, milliseconds; absent for works that last as long as they have to. */
  readonly istruzioneMs?: number | undefined;
  /** For a lock that another transaction holds, milliseconds; absent as above. */
  readonly bloccoMs?: number | undefined;
}

/** Where the data are: a file of this machine, or a PostgreSQL that many portals share. */
export type Database =
  | { readonly tipo: 'sqlite'; readonly file: string }
  | {
      readonly tipo: 'postgres';
      readonly url: string;
      /** Where its tables are, when not in the one that PostgreSQL chooses. */
      readonly schema?: string | undefined;
      readonly limiti?: LimitiPostgres | undefined;
    };

/** The same database, for a work that lasts as long as it has to: migrations, copies, commands. */
export function senzaLimiti<D extends Database>(database: D): D {
  if (database.tipo === 'sqlite' || database.limiti === undefined) return database;
  return { ...database, limiti: { ...database.limiti, istruzioneMs: undefined, bloccoMs: undefined } };
}

/** How long a writer waits for another process's transaction on the same file, unless it is told otherwise, milliseconds. */
const ATTESA_BLOCCO_MS = 10_000;
/** How long a query waits for a connection: beyond it something holds one and will not give it back. */
const ATTESA_CONNESSIONE_MS = 15_000;
/** How long PostgreSQL may take to answer a new connection, where no limit is set. */
const ATTESA_POSTGRES_MS = 5_000;
const CONNESSIONI_POSTGRES = 10;
/** The server ends a statement that is late by itself; one that does not answer at all is given up so much later. */
const TOLLERANZA_MS = 1_000;
/** Knex would print its errors as they are; who asked for the query is told of them all the same. */
const MUTO = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

/**
 * Opens the database; nothing is read or written yet. The caller destroys what it gets. Errors name the statement without its
 * values (`compileSqlOnError`): they are people's.
 * @param attesaBloccoMs on SQLite: how long who writes waits, off the loop, while another process does
 */
export function openDatabase(database: Database, attesaBloccoMs = ATTESA_BLOCCO_MS): Knex {
  return database.tipo === 'sqlite' ? openSqlite(database.file, attesaBloccoMs) : openPostgres(database);
}

function openSqlite(file: string, attesaBloccoMs: number): Knex {
  makeFolder(dirname(file), 0o700);
  privateDatabase(file);
  let sentinella: Sentinella | undefined;
  const guardie: GuardieSqlite = {
    attesa: createAttesaBlocco(attesaBloccoMs),
    sentinella: () => sentinella,
    lettore: createLettore(file),
  };
  const config: Knex.Config & { readonly guardie: GuardieSqlite } = {
    client: ClientSqlite,
    guardie,
    connection: { filename: file },
    useNullAsDefault: true,
    compileSqlOnError: false,
    log: MUTO,
    acquireConnectionTimeout: ATTESA_CONNESSIONE_MS,
    pool: {
      min: 1,
      // One connection that writes: the driver is synchronous, and a second one would block the process that waits for the first.
      max: 1,
      afterCreate: (connection: BetterSqlite3.Database, done: (errore: Error | null, c: unknown) => void) => {
        prepareWriter(connection);
        sentinella = createSentinella(file);
        done(null, connection);
      },
    },
  };
  return knex(config);
}

function openPostgres({ url, schema, limiti }: Extract<Database, { readonly tipo: 'postgres' }>): Knex {
  const attesaMs = limiti?.attesaMs ?? ATTESA_POSTGRES_MS;
  // What a transaction asks for together leaves together (`pipeline`, of which knex's types know nothing).
  const connection: Knex.PgConnectionConfig & { readonly pipeline: true; readonly lock_timeout?: number } = {
    connectionString: url,
    application_name: 'trimestre',
    connectionTimeoutMillis: attesaMs,
    keepAlive: true,
    pipeline: true,
    ...(limiti?.istruzioneMs !== undefined && {
      statement_timeout: limiti.istruzioneMs,
      query_timeout: limiti.istruzioneMs + TOLLERANZA_MS,
    }),
    ...(limiti?.bloccoMs !== undefined && { lock_timeout: limiti.bloccoMs }),
  };
  const attese: AttesePostgres = { attesaMs };
  const config: Knex.Config & { readonly attese: AttesePostgres } = {
    client: ClientPostgres,
    attese,
    connection,
    ...(schema !== undefined && { searchPath: [schema] }),
    compileSqlOnError: false,
    log: MUTO,
    acquireConnectionTimeout: limiti === undefined ? ATTESA_CONNESSIONE_MS : attesaMs + TOLLERANZA_MS,
    pool: { min: 0, max: limiti?.connessioni ?? CONNESSIONI_POSTGRES },
  };
  return knex(config);
}
