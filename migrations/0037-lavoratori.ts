import type { Knex } from 'knex';
import { run } from './dialetto.ts';

/** A worker who comes in is looked for by codice fiscale, whoever employs them. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, ['CREATE INDEX lavoratori_codice_fiscale ON lavoratori (codice_fiscale)']);
}
