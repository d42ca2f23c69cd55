import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** What was paid for a bollettino where INPS's own notice asked another amount; none where it asked the same. */
export async function up(knex: Knex): Promise<void> {
  const { intero } = dialetto(knex);
  await run(knex, [`ALTER TABLE bollettini ADD COLUMN versato ${intero}`]);
}
