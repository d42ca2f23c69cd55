import type { Knex } from 'knex';
import { MIGRAZIONI, type Migrazione } from '../../migrations/index.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Database, openDatabase, senzaLimiti } from './database.ts';
import { isPostgres } from './dialetto.ts';
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
 * leaves nothing behind, neither tables nor a lock. Where none is missing nothing is asked of the database's owner, so that the
 * user of every day needs the rights of every day alone.
 * @throws ErroreDati `codifica-non-utf8` of a new database of PostgreSQL
 * @returns the names of those that ran
 */
export async function migrate(knex: Knex): Promise<readonly string[]> {
  const mancano = await missingMigrations(knex);
  if (mancano.length === 0) return [];
  if (mancano.length === MIGRAZIONI.length && isPostgres(knex)) await requireEveryLetter(knex);
  return unaAllaVolta(knex, () =>
    inTransazione(() =>
      knex.transaction(async (trx) => {
        await makeSchema(trx);
        const [, nomi] = (await trx.migrate.latest(CONFIG)) as [number, string[]];
        return nomi;
      }),
    ),
  );
}

/**
 * A database that cannot hold a name is told so before it holds anything.
 * @throws ErroreDati `codifica-non-utf8`
 */
async function requireEveryLetter(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { server_encoding: string }[] }>('SHOW server_encoding');
  const codifica = rows[0]?.server_encoding ?? '';
  if (codifica !== 'UTF8') throw new ErroreDati('codifica-non-utf8', { codifica, campo: 'DATABASE_URL' });
}

/** The same for a database that is in use: on PostgreSQL over a connection that waits as long as it has to. */
export async function migrateDatabase(database: Database, knex: Knex): Promise<readonly string[]> {
  if (database.tipo === 'sqlite') return migrate(knex);
  const paziente = openDatabase(senzaLimiti(database));
  try {
    return await migrate(paziente);
  } finally {
    await paziente.destroy();
  }
}

/** The schema of the settings, where it is not there yet: who may make one is asked only then. */
async function makeSchema(trx: Knex.Transaction): Promise<void> {
  const [schema] =
    (trx.client as { readonly config: { readonly searchPath?: readonly string[] } }).config.searchPath ?? [];
  if (schema === undefined) return;
  const noti: readonly unknown[] = await trx('pg_catalog.pg_namespace').where({ nspname: schema }).select('oid');
  if (noti.length === 0) await trx.raw('CREATE SCHEMA ??', [schema]);
}

/** The migrations that a database still lacks; nothing is changed. */
export async function missingMigrations(knex: Knex): Promise<readonly string[]> {
  if (!(await knex.schema.hasTable(CONFIG.tableName))) return MIGRAZIONI.map((migrazione) => migrazione.nome);
  const fatte = new Set((await knex(CONFIG.tableName).select<{ name: string }[]>('name')).map((riga) => riga.name));
  return MIGRAZIONI.map((migrazione) => migrazione.nome).filter((nome) => !fatte.has(nome));
}

/**
 * Stops before what a later program wrote, of which this one would lose a part.
 * @throws ErroreDati `copia-piu-recente`
 */
export async function requireNotNewer(knex: Knex): Promise<void> {
  if (!(await knex.schema.hasTable(CONFIG.tableName)))
    throw new ErroreDati('copia-rovinata/contenuto', { campo: 'file' });
  const note = new Set(MIGRAZIONI.map(({ nome }) => nome));
  const fatte = await knex(CONFIG.tableName).select<{ name: string }[]>('name');
  if (fatte.every(({ name }) => note.has(name))) return;
  throw new ErroreDati('copia-piu-recente', { campo: 'file' });
}
