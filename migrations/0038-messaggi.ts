import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** Which messages an employer has read. The messages themselves are made from the facts. */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE messaggi_letti (
       datore_id TEXT NOT NULL REFERENCES datori (id),
       chiave TEXT NOT NULL,
       letto_il TEXT NOT NULL,
       PRIMARY KEY (datore_id, chiave)
     )${fine}`,
  ]);
}
