import { mkdirSync, renameSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ArchivioDiProva, archivioSqlite } from './archivio-di-prova.ts';

const aperti: ArchivioDiProva[] = [];

async function banco() {
  const prova = await archivioSqlite();
  aperti.push(prova);
  if (prova.database.tipo !== 'sqlite') throw new Error('not a file');
  const errori: string[] = [];
  const start = () => prova.archivio.startCheckpointer((errore) => errori.push(String(errore)));
  const ogniQuantePagine = async () => {
    const [riga] = await prova.knex.raw<{ wal_autocheckpoint: number }[]>('PRAGMA wal_autocheckpoint');
    return riga?.wal_autocheckpoint;
  };
  return { ...prova, file: prova.database.file, errori, start, ogniQuantePagine };
}

afterEach(async () => {
  for (const prova of aperti.splice(0)) await prova.close();
});

describe('the thread that copies the log', () => {
  it('copies while others write, and the writer no longer does', async () => {
    const { file, knex, errori, start, ogniQuantePagine } = await banco();
    expect(await ogniQuantePagine()).toBe(8_000);
    await start();
    await start();
    expect(await ogniQuantePagine()).toBe(100_000);
    const prima = statSync(file).size;
    const valore = 'x'.repeat(64_000);
    // Far below the pages at which the writer would copy by itself.
    for (let n = 0; statSync(file).size === prima && n < 2_000; n += 1) {
      await knex('stato_archivio').insert({ nome: `riga ${n}`, valore });
      await setTimeout(20);
    }
    expect(statSync(file).size).toBeGreaterThan(prima);
    expect(errori).toEqual([]);
  });

  it('when it fails somebody is told, and the writer copies again', async () => {
    const { file, errori, start, ogniQuantePagine } = await banco();
    renameSync(file, `${file}.altrove`);
    mkdirSync(file);
    await start();
    while (errori.length === 0) await setTimeout(20);
    expect(errori.join()).toMatch(/SQLITE_CANTOPEN|unable to open database file/);
    expect(await ogniQuantePagine()).toBe(8_000);
  });
});
