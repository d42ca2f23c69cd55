import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { expect, it } from 'vitest';
import { openDb } from '../../src/simulatore/archivio/schema.ts';

it('a node’s database of before the late outcomes knows who had spoken, and forgets the keys common to all operations', () => {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-nodo-'));
  const file = join(cartella, 'nodo.sqlite');
  openDb(file).close();
  const vecchio = new Sqlite(file);
  vecchio.exec(
    'ALTER TABLE avviso DROP COLUMN esito; ALTER TABLE avviso DROP COLUMN scadenza; ALTER TABLE avviso DROP COLUMN sessione',
  );
  vecchio.exec('DROP TABLE idempotenza; CREATE TABLE idempotenza (psp TEXT, chiave TEXT, PRIMARY KEY (psp, chiave))');
  const riga = vecchio.prepare(
    `INSERT INTO avviso (token, modello, dominio, numero, iuv, intermediario, stazione, psp, canale, importo, dati, stato, creato, scade)
     VALUES (?, 'avvisi', 'D', ?, '1', 'I', 'S', 'P', 'C', 100, '{}', ?, 0, 0)`,
  );
  for (const stato of ['PAYING', 'PAID', 'CANCELLED', 'PAID_TOKEN_SCADUTO']) riga.run(stato, stato, stato);
  vecchio.close();
  const db = openDb(file);
  expect(db.prepare('SELECT token, stato, esito FROM avviso ORDER BY token').raw().all()).toEqual([
    ['CANCELLED', 'CANCELLED', null],
    ['PAID', 'PAID', 'OK'],
    ['PAID_TOKEN_SCADUTO', 'CANCELLED', 'OK'],
    ['PAYING', 'PAYING', null],
  ]);
  expect(db.prepare('SELECT psp, operazione, chiave, token FROM idempotenza').all()).toEqual([]);
  db.close();
  rmSync(cartella, { recursive: true });
});

const RIGA = `INSERT INTO incasso (psp, dominio, iuv, iur, indice, importo, codice, giorno) VALUES ('P', 'D', ?, ?, 1, 100, ?, '2021-01-05')`;

it('a node’s database of before the stand-in codes keeps its payments and takes the new codes', () => {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-nodo-'));
  const file = join(cartella, 'nodo.sqlite');
  openDb(file).close();
  const vecchio = new Sqlite(file);
  const sql = vecchio.prepare("SELECT sql FROM sqlite_master WHERE name = 'incasso'").pluck().get() as string;
  vecchio.exec(`DROP TABLE incasso; ${sql.replace("'0', '3', '4', '8', '9'", "'0', '3', '9'")}`);
  vecchio.exec('CREATE INDEX incasso_da_riversare ON incasso (giorno) WHERE flusso IS NULL');
  vecchio.prepare(RIGA).run('1', 'a', '9');
  expect(() => vecchio.prepare(RIGA).run('2', 'b', '8')).toThrow(/CHECK/);
  vecchio.close();
  const db = openDb(file);
  db.prepare(RIGA).run('2', 'b', '8');
  expect(db.prepare('SELECT iuv, codice FROM incasso ORDER BY id').raw().all()).toEqual([
    ['1', '9'],
    ['2', '8'],
  ]);
  db.close();
  rmSync(cartella, { recursive: true });
});
