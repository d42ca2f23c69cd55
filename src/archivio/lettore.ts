import type BetterSqlite3 from 'better-sqlite3';
import { Sqlite } from '../sqlite/driver.ts';
import { prepareReader } from './prepara-connessione.ts';

/** A connection that only reads, beside the one that writes: it sees what is committed and waits for nobody. */
export interface Lettore {
  /** Opened when first asked: the file may not be there yet. */
  connessione(): BetterSqlite3.Database;
  /** Whether a connection is this one. */
  sua(connection: BetterSqlite3.Database): boolean;
  close(): void;
}

export function createLettore(file: string): Lettore {
  let aperta: BetterSqlite3.Database | undefined;
  return {
    connessione() {
      if (aperta !== undefined) return aperta;
      const nuova = new Sqlite(file);
      prepareReader(nuova);
      return (aperta = nuova);
    },
    sua: (connection) => connection === aperta,
    close() {
      aperta?.close();
      aperta = undefined;
    },
  };
}
