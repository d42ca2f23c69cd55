import type { Knex } from 'knex';
import { run, dialetto } from './dialetto.ts';

/**
 * Answers of calls that create, by the key their caller gave them: a call that comes again with its key is given the same
 * answer. Without `impronta` the call is still being worked at, or died with its process; past `scade_il` it is as if never come.
 */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE risposte_api (
       token_id TEXT NOT NULL REFERENCES token_api (id),
       chiave TEXT NOT NULL,
       presa TEXT NOT NULL,
       impronta TEXT,
       risposta TEXT,
       scade_il TEXT NOT NULL,
       PRIMARY KEY (token_id, chiave),
       CHECK ((impronta IS NULL) = (risposta IS NULL))
     )${fine}`,
    `CREATE INDEX risposte_api_scadenza ON risposte_api (scade_il)`,
  ]);
}
