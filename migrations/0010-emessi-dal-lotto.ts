import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** Which bollettini a batch issued itself, among those it prints: these it may take back, and no row of it may replace. */
export async function up(knex: Knex): Promise<void> {
  const { intero } = dialetto(knex);
  await run(knex, [
    `ALTER TABLE lotti_avvisi ADD COLUMN emesso ${intero} NOT NULL DEFAULT 0 CHECK (emesso IN (0, 1))`,
    `CREATE INDEX lotti_avvisi_bollettino ON lotti_avvisi (bollettino_id)`,
  ]);
}
