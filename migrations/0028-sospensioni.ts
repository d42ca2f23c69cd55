import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/** The quarters of a rapporto whose duty INPS suspends, and why, as a JSON object: read with the rapporto, none in most. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, ['ALTER TABLE rapporti ADD COLUMN sospensioni TEXT']);
}
