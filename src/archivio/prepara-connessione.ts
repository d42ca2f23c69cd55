import type BetterSqlite3 from 'better-sqlite3';
import { cachePrepared } from './istruzioni-preparate.ts';

/** How long SQLite itself waits, on the spot: the moment of another process's commit. */
const ATTESA_SUL_POSTO_MS = 20;
/** The same while a file is being opened: the moment in which another process makes it, closes it last or puts its log right. */
const ATTESA_ALL_APERTURA_MS = 2_000;
/** Pages kept in memory: SQLite's own 2 MB would read the indexes of a busy day anew at every payment. */
const CACHE_KIB = 32 * 1024;
/** Pages of 4 KB in the log before they are copied into the file: a payment writes some fifty, and each copy waits for the disk. */
export const PAGINE_DEL_WAL = 8_000;

/**
 * The connection that writes. Its transactions take the lock as they begin: with a plain BEGIN, which takes it at the first
 * write, two processes that both read first would fail instead of waiting for each other.
 */
export function prepareWriter(connection: BetterSqlite3.Database): void {
  prepare(connection);
  cachePrepared(connection, 'BEGIN IMMEDIATE;');
}

/** A connection that only reads: whoever writes holds nobody up here, and is held up by nobody. */
export function prepareReader(connection: BetterSqlite3.Database): void {
  prepare(connection);
  connection.pragma('query_only = ON');
  cachePrepared(connection, 'BEGIN;');
}

/**
 * What all of ours have. SQLite itself waits only for a moment, since its waiting stops the whole process: longer waits are
 * made off the loop (`sqlite/attesa-blocco.ts`). WAL alone would run with synchronous=NORMAL, which may lose the last commits at a
 * power cut: here they are payments.
 */
function prepare(connection: BetterSqlite3.Database): void {
  connection.pragma(`busy_timeout = ${ATTESA_ALL_APERTURA_MS}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`cache_size = -${CACHE_KIB}`);
  connection.pragma(`wal_autocheckpoint = ${PAGINE_DEL_WAL}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma(`busy_timeout = ${ATTESA_SUL_POSTO_MS}`);
}
