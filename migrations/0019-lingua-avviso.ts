import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/** The language of an employer's notices; none until somebody chooses. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, ['ALTER TABLE datori ADD COLUMN lingua_avviso TEXT']);
}
