import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/**
 * What INPS gave back of a paid bollettino: of its own amount, or of a second payment of it. Who told it, and when, is in the
 * register of acts.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero } = dialetto(knex);
  await run(knex, [
    `ALTER TABLE bollettini ADD COLUMN restituito ${intero}`,
    `ALTER TABLE bollettini ADD COLUMN doppio_restituito ${intero}`,
  ]);
}
