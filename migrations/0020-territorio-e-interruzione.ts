import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/**
 * The suspension of due dates that holds where the employer is, kept with the rapporto; and the day of the act that interrupted
 * the term after which INPS cannot receive a bollettino's contributions.
 */
export async function up(knex: Knex): Promise<void> {
  await run(knex, [
    'ALTER TABLE rapporti ADD COLUMN territorio TEXT',
    'ALTER TABLE bollettini ADD COLUMN interrotta_il TEXT',
  ]);
}
