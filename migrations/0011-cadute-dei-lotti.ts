import type { Knex } from 'knex';

/** How many times whoever worked at a batch died of it, or was ended: twice, and it is set aside. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('lotti', (tabella) => {
    tabella.integer('cadute').notNullable().defaultTo(0);
  });
}
