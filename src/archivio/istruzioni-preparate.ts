import type BetterSqlite3 from 'better-sqlite3';

/** Statements kept; the services use fewer than a hundred different ones. */
const MASSIMO = 300;

/**
 * Makes a connection keep its prepared statements, which knex would prepare anew at every query.
 * @param begin how it begins a transaction, in place of knex's plain BEGIN
 */
export function cachePrepared(connection: BetterSqlite3.Database, begin: string): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, BetterSqlite3.Statement>();
  const cached = (sql: string): BetterSqlite3.Statement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = prepare(sql === 'BEGIN;' ? begin : sql);
    if (kept.size < MASSIMO && isRepeatable(sql)) kept.set(sql, statement);
    return statement;
  };
  connection.prepare = cached as typeof connection.prepare;
}

/** Schema changes and pragmas are prepared each time: they run once, or answer differently after a change. */
function isRepeatable(sql: string): boolean {
  return /^\s*(select|insert|update|delete|begin|commit|rollback|savepoint|release)\b/i.test(sql);
}
