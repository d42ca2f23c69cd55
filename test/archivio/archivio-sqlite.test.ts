import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { archivioSqlite } from './archivio-di-prova.ts';
import { casiArchivio } from './casi-archivio.ts';
import { casiCatena } from './casi-catena.ts';
import { casiSpid } from './casi-spid.ts';
import { casiClienti } from './casi-clienti.ts';
import { casiContatti } from './casi-contatti.ts';
import { casiMessaggi } from './casi-messaggi.ts';
import { casiRisposteApi } from './casi-risposte-api.ts';
import { casiSessioni } from './casi-sessioni.ts';
import { casiSettimane } from './casi-settimane.ts';
import { casiSospensioni } from './casi-sospensioni.ts';
import { casiStati } from './casi-stati.ts';

const run = promisify(execFile);

casiArchivio('SQLite', archivioSqlite);
casiCatena('SQLite', archivioSqlite);
casiSpid('SQLite', archivioSqlite);
casiClienti('SQLite', archivioSqlite);
casiContatti('SQLite', archivioSqlite);
casiMessaggi('SQLite', archivioSqlite);
casiRisposteApi('SQLite', archivioSqlite);
casiSessioni('SQLite', archivioSqlite);
casiSettimane('SQLite', archivioSqlite);
casiSospensioni('SQLite', archivioSqlite);
casiStati('SQLite', archivioSqlite, async (knex, tabella) => {
  const righe = await knex('sqlite_master').where({ type: 'table', name: tabella }).select<{ sql: string }[]>('sql');
  return righe.map(({ sql }) => sql).join('\n');
});

describe('SQLite file', () => {
  it('is opened so that a power cut loses no commit', async () => {
    const prova = await archivioSqlite();
    const pragma = async (nome: string) => {
      const righe: unknown = await prova.knex.raw(`PRAGMA ${nome}`);
      return Object.values((righe as readonly object[])[0] ?? {})[0] as unknown;
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    await prova.close();
  });

  it('lets two processes write at the same moment: transactions begin as writers and wait for each other', async () => {
    const prova = await archivioSqlite();
    const file = prova.database.tipo === 'sqlite' ? prova.database.file : '';
    const conta = () =>
      run(process.execPath, ['--import', 'tsx', packagePath('test/archivio/conta-in-transazioni.ts'), file, '100']);
    await Promise.all([conta(), conta()]);
    expect(await prova.knex('progressivi').where({ nome: 'gara' })).toEqual([{ nome: 'gara', valore: 200 }]);
    await prova.close();
  });
});
