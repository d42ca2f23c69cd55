import type BetterSqlite3 from 'better-sqlite3';
import type { Knex } from 'knex';
import ClientBetterSqlite3, { type CostruttoreKnex } from 'knex/lib/dialects/better-sqlite3/index.js';
import { Sqlite } from '../sqlite/driver.ts';
import type { AttesaBlocco } from '../sqlite/attesa-blocco.ts';
import type { Lettore } from './lettore.ts';
import type { Sentinella } from './sentinella.ts';

/** What our client finds in its configuration, besides knex's. */
export interface GuardieSqlite {
  readonly attesa: AttesaBlocco;
  /** That of the connection that is open. */
  readonly sentinella: () => Sentinella | undefined;
  /** Where reads outside a transaction go. */
  readonly lettore: Lettore;
}

/** How knex's builder calls a query that only reads. */
const LETTURE = new Set(['select', 'first', 'pluck']);

/**
 * Knex's client of SQLite, where every statement passes: a query outside a transaction goes to the reader, and waits for no
 * write; a statement that finds the file taken waits off the loop; one that writes
 * looks first whether the file is still there; one that begins leaves behind a transaction whose commit failed (a full disk),
 * within which everything after would be written and never committed.
 */
export class ClientSqlite extends ClientBetterSqlite3 {
  override _driver(): typeof Sqlite {
    return Sqlite;
  }

  override runner(builder: CostruttoreKnex): unknown {
    const legge = !this.transacting && LETTURE.has(builder._method ?? '');
    if (legge) builder._connection ??= guardieDi(this).lettore.connessione();
    return super.runner(builder);
  }

  override async destroy(): Promise<void> {
    guardieDi(this).lettore.close();
    await super.destroy();
  }

  override _query(connection: BetterSqlite3.Database, obj: { readonly sql: string }): Promise<unknown> {
    const guardie = guardieDi(this);
    if (guardie.lettore.sua(connection)) return super._query(connection, obj);
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

function guardieDi(client: ClientBetterSqlite3): GuardieSqlite {
  return (client.config as unknown as { readonly guardie: GuardieSqlite }).guardie;
}

/** The reader of a database that is open. */
export function lettoreDi(knex: Knex): Lettore {
  return guardieDi(knex.client as ClientSqlite).lettore;
}
