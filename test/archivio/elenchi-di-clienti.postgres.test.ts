import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { MIGRAZIONI } from '../../migrations/index.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { conSqliteVuoto } from './archivio-di-prova.ts';
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

const NUOVA = MIGRAZIONI.findIndex(({ nome }) => nome === '0032-elenchi-di-clienti');

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Batches of before stay with what belongs to them, and what belonged to a batch still must. */
async function keepsBatches(knex: Knex): Promise<void> {
  for (const migrazione of MIGRAZIONI.slice(0, NUOVA)) await migrazione.up(knex);
  const lotto = {
    ...{ id: 'l', tipo: 'avvisi', stato: 'in-corso', proprietario: 'p', attore: '{}', nome_file: 'a.csv' },
    ...{ opzioni: '{}', creato_il: 'ora', presa: 'x', prese: 2, battito: 'ora', fase: 'emissione', fatti: 3 },
    ...{ totali: 4, righe: 5, rifiutate: 1, punto: '{}', esito: null, errore: null, finito_il: null, cadute: 1 },
  };
  await knex('lotti').insert(lotto);
  const errore = { lotto_id: 'l', numero: 1, riga: 2, id_riga: '', colonna: '', valore: '', errore: 'no' };
  await knex('lotti_errori').insert(errore);
  await knex('lotti_file').insert({ lotto_id: 'l', nome: 'ingresso', parte: 0, contenuto: Buffer.from('x') });
  await knex.transaction((trx) => MIGRAZIONI[NUOVA]?.up(trx) ?? Promise.resolve());
  const [letto] = await knex('lotti').select<Record<string, unknown>[]>('*');
  const numeri = ['prese', 'fatti', 'totali', 'righe', 'rifiutate', 'cadute'];
  expect(letto).toEqual({ ...letto, ...lotto, ...Object.fromEntries(numeri.map((nome) => [nome, letto?.[nome]])) });
  expect(numeri.map((nome) => Number(letto?.[nome]))).toEqual([2, 3, 4, 5, 1, 1]);
  expect([await knex('lotti_errori'), await knex('lotti_file')].map((righe) => righe.length)).toEqual([1, 1]);
  await knex('lotti').insert({ ...lotto, id: 'c', tipo: 'clienti' });
  await expect(knex('lotti').insert({ ...lotto, id: 'z', tipo: 'altro' })).rejects.toThrow(/constraint/i);
  await expect(knex('lotti_errori').insert({ ...errore, lotto_id: 'nessuno' })).rejects.toThrow(/foreign key/i);
  await expect(knex('lotti').where({ id: 'l' }).delete()).rejects.toThrow(/foreign key/i);
}

it('lets an older SQLite archive keep its batches', () => conSqliteVuoto(keepsBatches));

it('does the same on PostgreSQL', async () => {
  const knex = openDatabase({ tipo: 'postgres', url: await postgres.vuoto() });
  await keepsBatches(knex);
  await knex.destroy();
});
