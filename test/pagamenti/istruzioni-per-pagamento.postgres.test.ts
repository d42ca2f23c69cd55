import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresDiProva, startPostgres } from '../archivio/postgres-di-prova.ts';
import { riempi } from '../bench/pagamenti-riempi.ts';
import { perGenere } from '../impianto/conta-istruzioni.ts';
import { type Pagati, pagando } from './istruzioni-per-pagamento.ts';

/** Payments that are over, and rows of the journal: enough for PostgreSQL to see what an index is for. */
const FINITI = 5_000;
const EVENTI = 12_000;

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** The steps by which PostgreSQL would do what a payment asks. */
async function passiDi({ app, portale }: Pagati): Promise<readonly string[]> {
  const passi: string[] = [];
  for (const sql of portale.keys()) {
    if (!/^(select|insert|update)/i.test(sql)) continue;
    const { rows } = await app.knex.raw<{ rows: Record<string, string>[] }>(`EXPLAIN (GENERIC_PLAN) ${sql}`);
    passi.push(...rows.map((riga) => `${riga['QUERY PLAN']}: ${sql}`));
  }
  return passi;
}

it('a complete payment asks no more of PostgreSQL than it did when it was last counted, however large it is', async () => {
  await pagando(
    async (pagati) => {
      const { istruzioni, punti, commit } = perGenere(pagati.portale);
      // One more than of SQLite: the hand-off is held while its receipt is written.
      expect(istruzioni).toBeLessThanOrEqual(28);
      expect(punti).toBe(0);
      expect(commit).toBeLessThanOrEqual(4);
      await riempi(pagati.app.knex, FINITI, EVENTI);
      const passi = await passiDi(pagati);
      expect(passi.filter((passo) => /Index Scan/.test(passo)).length).toBeGreaterThan(10);
      // What is read from end to end takes longer with every row; of tokens there are few.
      expect(passi.filter((passo) => /Seq Scan on (?!token_api)/.test(passo))).toEqual([]);
    },
    await postgres.vuoto(),
  );
});
