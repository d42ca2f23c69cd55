import BetterSqlite3 from 'better-sqlite3';
import type { Knex } from 'knex';
import { type Connessione, connessioneDiLettura, connessionePostgres } from './connessione.ts';
import { prepareConnection } from './database.ts';
import { isPostgres } from './dialetto.ts';
import { createScrittureInsieme, type EseguiInTransazione } from './scritture-insieme.ts';

/** A database as the repositories use it. */
export interface Connessioni {
  /** Outside transactions. */
  readonly letture: Connessione;
  readonly transazione: EseguiInTransazione;
  close(): Promise<void>;
}

export function createConnessioni(knex: Knex): Connessioni {
  return isPostgres(knex) ? suPostgres(knex) : suSqlite(knex);
}

function suPostgres(knex: Knex): Connessioni {
  return {
    letture: connessionePostgres(knex),
    transazione: (lavoro) => knex.transaction((trx) => lavoro(connessionePostgres(trx))),
    close: () => knex.destroy(),
  };
}

function suSqlite(knex: Knex): Connessioni {
  let lettore: BetterSqlite3.Database | undefined;
  const transazione = createScrittureInsieme(knex);
  return {
    // Opened when first asked: the file may not be there yet.
    letture: connessioneDiLettura(knex, () => (lettore ??= openReader(knex)), transazione),
    transazione,
    close: async () => {
      lettore?.close();
      await knex.destroy();
    },
  };
}

function openReader(knex: Knex): BetterSqlite3.Database {
  const { filename } = (knex.client as { readonly connectionSettings: { readonly filename: string } })
    .connectionSettings;
  const lettore = new BetterSqlite3(filename);
  prepareConnection(lettore);
  lettore.pragma('query_only = ON');
  return lettore;
}
