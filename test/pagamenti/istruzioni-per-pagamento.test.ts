import { expect, it } from 'vitest';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { type Conto, perGenere } from '../impianto/conta-istruzioni.ts';
import { pagando } from './istruzioni-per-pagamento.ts';

/** The steps by which SQLite would do what a payment asks. */
function passiDi(file: string, conto: Conto): readonly string[] {
  const db = new Sqlite(file, { readonly: true });
  const passi = [...conto.keys()]
    .filter((sql) => /^(select|insert|update)/i.test(sql))
    .flatMap((sql) => {
      const piano = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      return piano.all(...(sql.match(/\?/g) ?? []).map(() => null)).map(({ detail }) => `${detail}: ${sql}`);
    });
  db.close();
  return passi;
}

it('a complete payment asks no more of the two SQLite than it did when it was last counted, however large they are', () =>
  pagando(({ app, portale, nodo }) => {
    const [suo, delNodo] = [perGenere(portale), perGenere(nodo)];
    expect(suo.istruzioni).toBeLessThanOrEqual(27);
    expect(suo.punti).toBe(0);
    // Conferma, the taking of the sending, its message, its answer with what it does, the receipt.
    expect(suo.commit).toBeLessThanOrEqual(5);
    // Of these, three to look for what is due, oftener on a slow machine.
    expect(delNodo.istruzioni).toBeLessThanOrEqual(32);
    expect(delNodo.commit).toBeLessThanOrEqual(5);
    const { database } = app.impostazioni;
    if (database.tipo !== 'sqlite') throw new Error('not a file');
    const passi = passiDi(database.file, portale);
    expect(passi.filter((passo) => passo.startsWith('SEARCH')).length).toBeGreaterThan(10);
    // What is read from end to end takes longer with every row.
    expect(passi.filter((passo) => /^SCAN (?!CONSTANT)/.test(passo))).toEqual([]);
  }));
