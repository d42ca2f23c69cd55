import type { Knex } from 'knex';
import { MIGRAZIONI, type Migrazione } from '../../migrations/index.ts';
import { inTransazione } from './transazione.ts';
import { unaAllaVolta } from './una-alla-volta.ts';

/** Knex looks for files by default; ours are modules, the same from src and from the installed package. */
const source: Knex.MigrationSource<Migrazione> = {
  getMigrations: () => Promise.resolve([...MIGRAZIONI]),
  getMigrationName: (migrazione) => migrazione.nome,
  getMigration: (migrazione) => Promise.resolve({ up: (knex) => migrazione.up(knex), down: refuseDown }),
};

/** There is no way back: what a step adds may hold payments by then. */
function refuseDown(): Promise<never> {
  return Promise.reject(new Error('migrations are not undone: restore a copy of the database'));
}

const CONFIG = { migrationSource: source, tableName: 'migrazioni', disableTransactions: true };

/**
 * Runs the migrations that are missing, all in one transaction that no other process can share: a process that dies half-way
 * leaves nothing behind, neither tables nor a lock.
 * @returns the names of those that ran
 */
export function migrate(knex: Knex): Promise<readonly string[]> {
  return unaAllaVolta(knex, () =>
    inTransazione(() =>
      knex.transaction(async (trx) => {
        const [, nomi] = (await trx.migrate.latest(CONFIG)) as [number, string[]];
        return nomi;
      }),
    ),
  );
}

/** The migrations that a database still lacks; nothing is changed. */
export async function missingMigrations(knex: Knex): Promise<readonly string[]> {
  if (!(await knex.schema.hasTable(CONFIG.tableName))) return MIGRAZIONI.map((migrazione) => migrazione.nome);
  const fatte = new Set((await knex(CONFIG.tableName).select<{ name: string }[]>('name')).map((riga) => riga.name));
  return MIGRAZIONI.map((migrazione) => migrazione.nome).filter((nome) => !fatte.has(nome));
}
