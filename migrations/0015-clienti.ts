import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** The rapporti that an office follows from quarter to quarter, each office its own. */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE clienti (
       proprietario TEXT NOT NULL,
       rapporto_id TEXT NOT NULL REFERENCES rapporti (id),
       dal TEXT NOT NULL,
       PRIMARY KEY (proprietario, rapporto_id)
     )${fine}`,
  ]);
}
