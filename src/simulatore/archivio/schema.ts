import { Sqlite } from '../../sqlite/driver.ts';
import { privateDatabase } from '../../valori/file-privati.ts';
import { afterTables, beforeTables } from './aggiorna.ts';
import { type Db, SCHEMA } from './tabelle.ts';

export type { Db } from './tabelle.ts';

/** Pages kept in memory, and pages of the log before they are copied into the file: SQLite's own figures are for smaller days. */
const CACHE_KIB = 32 * 1024;
const PAGINE_DEL_WAL = 8_000;
/** How long SQLite itself waits, on the spot, for another process: the moment of a commit. Longer waits are made off the loop. */
const ATTESA_SUL_POSTO_MS = 20;

/**
 * Opens (and creates) the simulator's database. WAL with `synchronous=FULL`: what the node answered OK to survives a power cut.
 * @param file path, or `:memory:`
 */
export function openDb(file: string): Db {
  privateDatabase(file);
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma(`wal_autocheckpoint = ${PAGINE_DEL_WAL}`);
  db.pragma('foreign_keys = ON');
  beforeTables(db);
  db.exec(SCHEMA);
  afterTables(db);
  // Until here nobody is served, and the driver may wait by itself.
  db.pragma(`busy_timeout = ${ATTESA_SUL_POSTO_MS}`);
  return db;
}
