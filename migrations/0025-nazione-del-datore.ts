import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/** The country of an employer's address; none in those that were written before: they are Italian. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, ['ALTER TABLE datori ADD COLUMN nazione TEXT']);
}
