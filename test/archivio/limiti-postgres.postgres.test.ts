import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { openDatabase } from '../../src/archivio/database.ts';
import { guastoArchivio } from '../../src/archivio/guasto-archivio.ts';
import { migrate } from '../../src/archivio/migrazioni.ts';
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

/** Far above what a busy machine takes; each test makes short what it is about. */
const LIMITI = { connessioni: 2, attesaMs: 30_000, istruzioneMs: 30_000, bloccoMs: 30_000 };

let postgres: PostgresDiProva;
let url: string;
const aperti: Knex[] = [];
const apri = (...dati: Parameters<typeof openDatabase>): Knex => {
  const knex = openDatabase(...dati);
  aperti.push(knex);
  return knex;
};

beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.vuoto();
});
afterAll(async () => {
  for (const knex of aperti) await knex.destroy();
  await postgres.stop();
});

const guasto = (lavoro: PromiseLike<unknown>) => Promise.resolve(lavoro).then(() => 'fatto', guastoArchivio);

describe('what a process may take of PostgreSQL', () => {
  it('are so many connections: who comes after is told in time', async () => {
    const knex = apri({ tipo: 'postgres', url, limiti: { ...LIMITI, attesaMs: 5_000 } });
    const presi = [await knex.transaction(), await knex.transaction()];
    expect(await guasto(knex.raw('SELECT 1'))).toBe('non-disponibile');
    for (const trx of presi) await trx.rollback();
    expect(await guasto(knex.raw('SELECT 1'))).toBe('fatto');
  });

  it('are so many seconds a statement, and fewer for what another holds', async () => {
    const breve = apri({ tipo: 'postgres', url, limiti: { ...LIMITI, istruzioneMs: 1_000 } });
    expect(await guasto(breve.raw('SELECT pg_sleep(60)'))).toBe('non-disponibile');
    const knex = apri({ tipo: 'postgres', url, limiti: { ...LIMITI, bloccoMs: 500 } });
    await knex.raw('CREATE TABLE tenuta (id INTEGER)');
    const trx = await knex.transaction();
    await trx.raw('LOCK TABLE tenuta');
    expect(await guasto(knex('tenuta'))).toBe('occupato');
    await trx.rollback();
  });

  it('is no time at all for migrations and copies', async () => {
    const knex = apri({ tipo: 'postgres', url });
    expect(await guasto(knex.raw('SELECT pg_sleep(0.6)'))).toBe('fatto');
  });
});

describe('the tables of PostgreSQL', () => {
  it('are made once by two processes that start together, in the schema of the settings', async () => {
    const database = { tipo: 'postgres', url: await postgres.vuoto(), schema: 'contributi' } as const;
    const [una, altra] = [apri(database), apri(database)];
    const fatte = await Promise.all([migrate(una), migrate(altra)]);
    expect(fatte.map((nomi) => nomi.length > 0).sort()).toEqual([false, true]);
    expect(await una('pg_catalog.pg_tables').where({ tablename: 'bollettini' }).select('schemaname')).toEqual([
      { schemaname: 'contributi' },
    ]);
  });

  it('are used by one who may neither make nor change any', async () => {
    const vuoto = await postgres.vuoto();
    const padrone = apri({ tipo: 'postgres', url: vuoto });
    await migrate(padrone);
    const utente = `u_${Date.now().toString(36)}`;
    await padrone.raw(`CREATE ROLE ${utente} LOGIN PASSWORD 'prova'`);
    await padrone.raw(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${utente}`);
    await padrone.raw(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    const suo = new URL(vuoto);
    [suo.username, suo.password] = [utente, 'prova'];
    const knex = apri({ tipo: 'postgres', url: suo.href, limiti: LIMITI });
    expect(await migrate(knex)).toEqual([]);
    await knex('progressivi').insert({ nome: 'prova', valore: 1 });
    await expect(knex.raw('CREATE TABLE mia (id INTEGER)')).rejects.toMatchObject({ code: '42501' });
    await padrone.raw(`DROP OWNED BY ${utente}`);
    await padrone.raw(`DROP ROLE ${utente}`);
  });

  it('are reached over TLS alone where the address says so', async () => {
    const knex = apri({ tipo: 'postgres', url: `${url}?sslmode=verify-full`, limiti: LIMITI });
    await expect(knex.raw('SELECT 1')).rejects.toThrow(/SSL/);
  });
});
