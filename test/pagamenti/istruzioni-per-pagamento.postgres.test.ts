import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresDiProva, startPostgres } from '../archivio/postgres-di-prova.ts';
import { contaPerPagamento } from './istruzioni-per-pagamento.ts';

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

it('a complete payment asks no more of PostgreSQL than it did when it was last counted', async () => {
  const { portale } = await contaPerPagamento(await postgres.vuoto());
  // One more than of SQLite: the hand-off is held while its receipt is written.
  expect(portale.istruzioni).toBeLessThanOrEqual(28);
  expect(portale.punti).toBe(0);
  expect(portale.commit).toBeLessThanOrEqual(4);
});
