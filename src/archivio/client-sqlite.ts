import type BetterSqlite3 from 'better-sqlite3';
import ClientBetterSqlite3 from 'knex/lib/dialects/better-sqlite3/index.js';
import { Sqlite } from '../sqlite/driver.ts';
import type { AttesaBlocco } from '../sqlite/attesa-blocco.ts';
import type { Sentinella } from './sentinella.ts';

/** What our client finds in its configuration, besides knex's. */
export interface GuardieSqlite {
  readonly attesa: AttesaBlocco;
  /** That of the connection that is open. */
  readonly sentinella: () => Sentinella | undefined;
}

/**
 * Knex's client of SQLite, where every statement passes: one that finds the file taken waits off the loop; one that writes
 * looks first whether the file is still there; one that begins leaves behind a transaction whose commit failed (a full disk),
 * within which everything after would be written and never committed.
 */
export class ClientSqlite extends ClientBetterSqlite3 {
  override _driver(): typeof Sqlite {
    return Sqlite;
  }

  override _query(connection: BetterSqlite3.Database, obj: { readonly sql: string }): Promise<unknown> {
    const { guardie } = this.config as unknown as { readonly guardie: GuardieSqlite };
    const inizia = obj.sql === 'BEGIN;' || !this.transacting;
    const scrive = inizia ? !/^\s*(select|pragma)\b/i.test(obj.sql) : /^commit/i.test(obj.sql);
    return guardie.attesa(async () => {
      if (inizia && connection.inTransaction) connection.exec('ROLLBACK');
      if (scrive) guardie.sentinella()?.();
      // SQLite undoes by itself a transaction that finds the disk full: undoing it again would hide why.
      const disfatta = /^rollback;?$/i.test(obj.sql) && !connection.inTransaction;
      return super._query(connection, disfatta ? { ...obj, sql: 'SELECT 1' } : obj);
    });
  }
}
