import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/**
 * Which notice of a batch first asked for a bollettino is looked for notice by notice: by batch and bollettino together, for the
 * planner would else read the whole batch each time.
 */
export async function up(knex: Knex): Promise<void> {
  await run(knex, [
    `DROP INDEX lotti_avvisi_bollettino`,
    `CREATE INDEX lotti_avvisi_bollettino ON lotti_avvisi (bollettino_id, lotto_id, numero)`,
  ]);
}
