import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchivioDiProva } from '../archivio/archivio-di-prova.ts';
import { type PostgresDiProva, startPostgres } from '../archivio/postgres-di-prova.ts';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { trimestre } from './esegui.ts';

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-archivio-'));
const dati = { TRIMESTRE_DATI: cartella };
const file = join(cartella, 'esportato', 'copia.sqlite');

let postgres: PostgresDiProva;
let arrivo: ArchivioDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
  arrivo = await postgres.archivio();
});
afterAll(async () => {
  await arrivo.close();
  await postgres.stop();
});

describe('trimestre archivio', () => {
  it('takes a SQLite database to PostgreSQL: exported, imported, gone on with, and never over other data', async () => {
    await trimestre(['demo'], dati);
    const prima = await trimestre(['bollettino', 'elenco', '--datore', 'FRRGNN49B27D620F', '--json'], dati);
    expect(prima).toMatchObject({ stderr: '', codice: 0 });
    expect((await trimestre(['archivio', 'esporta', file], dati)).codice).toBe(0);
    expect(readdirSync(join(cartella, 'esportato'))).toEqual(['copia.sqlite']);

    if (arrivo.database.tipo !== 'postgres') throw new Error('not PostgreSQL');
    const su = { ...dati, DATABASE_URL: arrivo.database.url };
    const importato = await trimestre(['archivio', 'importa', file, '--json'], su);
    expect(importato).toMatchObject({ stderr: '', codice: 0 });
    const copiate = JSON.parse(importato.stdout) as Record<string, number>;
    expect(copiate['bollettini']).toBeGreaterThan(5);
    const dopo = await trimestre(['bollettino', 'elenco', '--datore', 'FRRGNN49B27D620F', '--json'], su);
    expect(dopo).toEqual(prima);

    const ancora = await trimestre(['archivio', 'importa', file], su);
    expect(ancora.codice).toBe(2);
    expect(ancora.stderr).toContain('contiene già dei dati');
  });

  it('only reads what it exports: a process that holds the file is not waited for, nor is what it has not committed taken', async () => {
    const altro = new Sqlite(join(cartella, 'trimestre.sqlite'));
    altro.exec("BEGIN IMMEDIATE; INSERT INTO stato_archivio (nome, valore) VALUES ('a-meta', '1')");
    const copia = join(cartella, 'mentre.sqlite');
    expect(await trimestre(['archivio', 'esporta', copia], dati)).toMatchObject({ stderr: '', codice: 0 });
    altro.exec('ROLLBACK');
    altro.close();
    const copiato = new Sqlite(copia);
    expect(copiato.prepare("SELECT count(*) FROM stato_archivio WHERE nome = 'a-meta'").pluck().get()).toBe(0);
    expect(copiato.prepare('SELECT count(*) FROM bollettini').pluck().get()).toBeGreaterThan(5);
    copiato.close();
  });

  it('refuses what is no archive, and what is there already', async () => {
    const testo = join(cartella, 'lettera.txt');
    writeFileSync(testo, 'ciao');
    const casi = [
      ['importa', testo, 'non è un database SQLite'],
      ['importa', join(cartella, 'manca.sqlite'), 'non esiste'],
      ['importa', join(cartella, 'trimestre.sqlite'), 'è già il database'],
      ['esporta', testo, 'c’è già'],
    ] as const;
    for (const [verso, quale, detto] of casi) {
      const { codice, stderr } = await trimestre(['archivio', verso, quale], dati);
      expect([codice, stderr.includes(detto), stderr.split('\n').length], stderr).toEqual([2, true, 2]);
    }
    expect(existsSync(join(cartella, 'manca.sqlite'))).toBe(false);
  });
});
