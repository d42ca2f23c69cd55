import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { privateDatabase } from '../valori/file-privati.ts';
import { cachePrepared } from './istruzioni-preparate.ts';

/** Where the data are: a file of this machine, or a PostgreSQL that many portals share. */
export type Database =
  { readonly tipo: 'sqlite'; readonly file: string } | { readonly tipo: 'postgres'; readonly url: string };

/** How long a writer waits for another process's transaction on the same file, milliseconds. */
const ATTESA_BLOCCO_MS = 5_000;
/** How long a query waits for a connection: beyond it something holds one and will not give it back. */
const ATTESA_CONNESSIONE_MS = 15_000;
const CONNESSIONI_POSTGRES = 10;
/** Pages kept in memory: SQLite's own 2 MB would read the indexes of a busy day anew at every payment. */
const CACHE_KIB = 32 * 1024;
/** Pages of 4 KB in the log before they are copied into the file: a payment writes some fifty, and each copy waits for the disk. */
export const PAGINE_DEL_WAL = 8_000;

/**
 * Opens the database; nothing is read or written yet. The caller destroys what it gets. Errors name the statement without its
 * values (`compileSqlOnError`): they are people's.
 */
export function openDatabase(database: Database): Knex {
  return database.tipo === 'sqlite' ? openSqlite(database.file) : openPostgres(database.url);
}

function openSqlite(file: string): Knex {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  privateDatabase(file);
  return knex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    compileSqlOnError: false,
    acquireConnectionTimeout: ATTESA_CONNESSIONE_MS,
    pool: {
      min: 1,
      // One connection: the driver is synchronous, and a second one would block the process that waits for the first.
      max: 1,
      afterCreate: (connection: BetterSqlite3.Database, done: (errore: Error | null, c: unknown) => void) => {
        prepareConnection(connection);
        done(null, connection);
      },
    },
  });
}

/** WAL alone would run with synchronous=NORMAL, which may lose the last commits at a power cut: here they are payments. */
export function prepareConnection(connection: BetterSqlite3.Database): void {
  connection.pragma(`busy_timeout = ${ATTESA_BLOCCO_MS}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`cache_size = -${CACHE_KIB}`);
  connection.pragma(`wal_autocheckpoint = ${PAGINE_DEL_WAL}`);
  connection.pragma('foreign_keys = ON');
  cachePrepared(connection);
}

function openPostgres(url: string): Knex {
  return knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'trimestre' },
    compileSqlOnError: false,
    acquireConnectionTimeout: ATTESA_CONNESSIONE_MS,
    pool: { min: 0, max: CONNESSIONI_POSTGRES },
  });
}
