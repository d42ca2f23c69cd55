import type { Knex } from 'knex';

/** True on PostgreSQL, false on SQLite. */
export function isPostgres(knex: Knex): boolean {
  return (knex.client as { readonly dialect?: string }).dialect === 'postgresql';
}
