import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/** What is implausible about the row that asked for a notice, for its line of the manifest. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, [`ALTER TABLE lotti_avvisi ADD COLUMN avvertenze TEXT NOT NULL DEFAULT ''`]);
}
