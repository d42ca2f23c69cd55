import type { Knex } from 'knex';
import { appendOnly, dialetto, run } from './dialetto.ts';

/**
 * The RPT of an attempt in a row of its own, written once: an attempt changes its state three times, and each would write the long
 * text again. From here on the database itself refuses to change a request that may have been sent.
 */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE richieste (
       tentativo_id TEXT PRIMARY KEY REFERENCES tentativi (id),
       rpt TEXT NOT NULL
     )${fine}`,
    `INSERT INTO richieste (tentativo_id, rpt) SELECT id, rpt FROM tentativi WHERE rpt IS NOT NULL`,
    `ALTER TABLE tentativi DROP COLUMN rpt`,
  ]);
  await appendOnly(knex, 'richieste');
}
