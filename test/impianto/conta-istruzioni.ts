import type BetterSqlite3 from 'better-sqlite3';
import { createRequire } from 'node:module';
import { Sqlite } from '../../src/sqlite/driver.ts';

/** What a database was asked, by statement. */
export type Conto = Map<string, number>;

export interface Contatore {
  /** Statements on the database whose file or name ends so, since the last `azzera`. */
  conto(database: string): Conto;
  azzera(): void;
  ferma(): void;
}

/** Statements by kind. */
export interface Conteggio {
  readonly commit: number;
  /** What makes, forgets or goes back to a savepoint. */
  readonly punti: number;
  /** What asks for rows or changes them. */
  readonly istruzioni: number;
}

/**
 * Counts every statement of SQLite (both drivers' `run`, `get`, `all`) and of PostgreSQL (`Client.query`) in this process,
 * wherever it comes from. To be started before the databases are opened.
 */
export function contaIstruzioni(): Contatore {
  const conti = new Map<string, Conto>();
  const segna = (database: string, sql: string): void => {
    const conto = conti.get(database) ?? new Map<string, number>();
    conto.set(sql, (conto.get(sql) ?? 0) + 1);
    conti.set(database, conto);
  };
  const rilascia = [watchSqlite(segna), watchPostgres(segna)];
  return {
    conto: (database) => new Map([...conti].flatMap(([nome, conto]) => (nome.endsWith(database) ? [...conto] : []))),
    azzera: () => conti.clear(),
    ferma: () => rilascia.forEach((uno) => uno()),
  };
}

/** How many of each kind; what opens a connection or a transaction is none of them. */
export function perGenere(conto: Conto): Conteggio {
  const somme = { commit: 0, punti: 0, istruzioni: 0 };
  for (const [sql, volte] of conto) {
    if (/^\s*commit/i.test(sql)) somme.commit += volte;
    else if (/^\s*(savepoint|release|rollback to)/i.test(sql)) somme.punti += volte;
    else if (!/^\s*(begin|rollback|pragma|set|select version)\b/i.test(sql)) somme.istruzioni += volte;
  }
  return somme;
}

function watchSqlite(segna: (database: string, sql: string) => void): () => void {
  const db = new Sqlite(':memory:');
  const statement = Object.getPrototypeOf(db.prepare('SELECT 1')) as Record<string, (...dati: unknown[]) => unknown>;
  db.close();
  return wrap(statement, ['run', 'get', 'all'], (uno) => {
    const { source, database } = uno as BetterSqlite3.Statement;
    segna(database.name, source);
  });
}

function watchPostgres(segna: (database: string, sql: string) => void): () => void {
  const { Client } = createRequire(import.meta.url)('pg') as { Client: { prototype: Record<string, never> } };
  return wrap(Client.prototype, ['query'], (client, [prima]) => {
    const sql = typeof prima === 'string' ? prima : (prima as { readonly text: string }).text;
    segna((client as { readonly database: string }).database, sql);
  });
}

/** Makes methods of a prototype tell of every call before they do what they did. */
function wrap(
  prototipo: Record<string, (...dati: unknown[]) => unknown>,
  metodi: readonly string[],
  dici: (chi: unknown, dati: readonly unknown[]) => void,
): () => void {
  const veri = metodi.map((metodo) => [metodo, prototipo[metodo] as (...dati: unknown[]) => unknown] as const);
  for (const [metodo, vero] of veri) {
    prototipo[metodo] = function (this: unknown, ...dati) {
      dici(this, dati);
      return vero.apply(this, dati);
    };
  }
  return () => {
    for (const [metodo, vero] of veri) prototipo[metodo] = vero;
  };
}
