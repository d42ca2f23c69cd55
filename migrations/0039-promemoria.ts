import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/**
 * Where an employer wants reminders: nothing is sent before the address was confirmed by who reads it. `chiave` is what the
 * letters' links carry. Which messages were sent, so that none is sent twice.
 */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE contatti (
       datore_id TEXT PRIMARY KEY REFERENCES datori (id),
       email TEXT NOT NULL,
       chiave TEXT NOT NULL UNIQUE,
       scritto_il TEXT NOT NULL,
       confermato_il TEXT
     )${fine}`,
    `CREATE TABLE messaggi_inviati (
       datore_id TEXT NOT NULL REFERENCES datori (id),
       chiave TEXT NOT NULL,
       inviato_il TEXT NOT NULL,
       PRIMARY KEY (datore_id, chiave)
     )${fine}`,
  ]);
}
