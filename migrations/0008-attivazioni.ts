import type { Knex } from 'knex';
import { appendOnly, dialetto, run } from './dialetto.ts';

/** Which PSP activated a notice in the first model (paaAttivaRPT): the RPT that follows goes back to it. */
export async function up(knex: Knex): Promise<void> {
  const { fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE attivazioni (
       consegna_id TEXT PRIMARY KEY REFERENCES consegne (id),
       psp TEXT NOT NULL,
       intermediario_psp TEXT NOT NULL,
       canale TEXT NOT NULL
     )${fine}`,
  ]);
  await appendOnly(knex, 'attivazioni');
}
