/** Knex's client of SQLite, which its types leave out: what we change of it. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type BetterSqlite3 from 'better-sqlite3';
  import { Knex } from 'knex';

  /** A query, a schema change or a raw statement on its way to be run. */
  export interface CostruttoreKnex {
    readonly _method?: string;
    /** The connection to run it on, in place of one of the pool. */
    _connection?: unknown;
  }

  export default class ClientBetterSqlite3 extends Knex.Client {
    /** True on the client of a transaction. */
    readonly transacting?: boolean;
    /** What opens the files. */
    _driver(): typeof BetterSqlite3;
    runner(builder: CostruttoreKnex): unknown;
    destroy(): Promise<void>;
    _query(connection: BetterSqlite3.Database, obj: { readonly sql: string }): Promise<unknown>;
  }
}

/** The same of PostgreSQL. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import { Knex } from 'knex';

  export default class ClientPg extends Knex.Client {
    acquireRawConnection(): Promise<unknown>;
  }
}
