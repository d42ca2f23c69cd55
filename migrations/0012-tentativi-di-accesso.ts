import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** Counters of attempts to come in that know when the last one was, for waits that grow; the counters by window go. */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE tentativi_accesso (
       chiave TEXT PRIMARY KEY,
       falliti ${intero} NOT NULL CHECK (falliti >= 0),
       ultimo ${intero} NOT NULL CHECK (ultimo >= 0)
     )${fine}`,
    `CREATE INDEX tentativi_accesso_ultimo ON tentativi_accesso (ultimo)`,
    `DROP TABLE limiti_accesso`,
  ]);
}
