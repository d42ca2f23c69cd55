import type { Knex } from 'knex';
import { appendOnly, dialetto, run } from './dialetto.ts';

/** The chain over the register of acts: each seal is of one act and of the seal before it. */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE sigilli (
       numero ${intero} PRIMARY KEY CHECK (numero >= 1),
       atto_id ${intero} NOT NULL UNIQUE,
       impronta TEXT NOT NULL CHECK (length(impronta) = 64),
       sigillato_il TEXT NOT NULL
     )${fine}`,
  ]);
  await appendOnly(knex, 'sigilli');
}
