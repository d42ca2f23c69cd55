import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Connessione } from '../../src/archivio/connessione.ts';
import { createScrittureInsieme } from '../../src/archivio/scritture-insieme.ts';
import { archivioSqlite } from './archivio-di-prova.ts';

async function banco() {
  const prova = await archivioSqlite();
  const commit: string[] = [];
  prova.knex.on('query', ({ sql }: { sql: string }) => {
    if (/^commit/i.test(sql)) commit.push(sql);
  });
  const scrivi =
    (nome: string) =>
    ({ knex: trx }: Connessione) =>
      trx('progressivi')
        .insert({ nome, valore: 1 })
        .then(() => nome);
  const nomi = async () =>
    (await prova.knex('progressivi').whereLike('nome', 'x%').orderBy('nome').select<{ nome: string }[]>('nome')).map(
      ({ nome }) => nome,
    );
  return { prova, commit, scrivi, nomi, insieme: createScrittureInsieme(prova.knex) };
}

describe('writes that come together', () => {
  it('share one commit', async () => {
    const { prova, commit, scrivi, nomi, insieme } = await banco();
    const attesi = Array.from({ length: 10 }, (_, i) => `x${i}`);
    expect(await Promise.all(attesi.map((nome) => insieme(scrivi(nome))))).toEqual(attesi);
    expect(commit).toHaveLength(1);
    expect(await nomi()).toEqual(attesi);
    await prova.close();
  });

  it('one that fails undoes itself alone, with all it had written, and only it is told', async () => {
    const { prova, scrivi, nomi, insieme } = await banco();
    const rotta = async (connessione: Connessione) => {
      await scrivi('x-rotta')(connessione);
      throw new Error('no');
    };
    const esiti = await Promise.allSettled([
      insieme(scrivi('x1')),
      insieme(scrivi('x2')),
      insieme(rotta),
      insieme(scrivi('x2')),
      insieme(scrivi('x3')),
    ]);
    expect(esiti.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await nomi()).toEqual(['x1', 'x2', 'x3']);
    await prova.close();
  });

  it('are not run at all when the transaction cannot begin: the file is taken, or gone', async () => {
    const { prova, scrivi, nomi, insieme } = await banco();
    if (prova.database.tipo !== 'sqlite') throw new Error('not a file');
    const { file } = prova.database;
    renameSync(file, `${file}.altrove`);
    let eseguita = false;
    const lavoro = (connessione: Connessione) => {
      eseguita = true;
      return scrivi('x1')(connessione);
    };
    await expect(insieme(lavoro)).rejects.toMatchObject({ code: 'ARCHIVIO_SPARITO' });
    renameSync(`${file}.altrove`, file);
    expect(eseguita).toBe(false);
    expect(await nomi()).toEqual([]);
    expect(await insieme(lavoro)).toBe('x1');
    await prova.close();
  });

  it('nobody is told before the commit: when it fails, all are', async () => {
    const { prova, scrivi, nomi, insieme } = await banco();
    const finita = async (connessione: Connessione) => {
      await scrivi('x-finita')(connessione);
      const trx = connessione.knex;
      // Deferred to the commit: the bollettino of this row does not exist.
      await trx.raw('PRAGMA defer_foreign_keys = ON');
      await trx('incassi').insert({
        id: 'x',
        tentativo_id: 'nessuno',
        bollettino_id: 'nessuno',
        dominio: '80078750587',
        iuv: '1',
        iur: '1',
        indice: 1,
        importo: 1,
        data_esito: '2026-10-05',
        natura: 'dovuto',
        registrato_il: '2026-10-05T00:00:00.000Z',
      });
    };
    const esiti = await Promise.allSettled([insieme(scrivi('x1')), insieme(scrivi('x2')), insieme(finita)]);
    expect(esiti.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await nomi()).toEqual([]);
    expect(await insieme(scrivi('x4'))).toBe('x4');
    await prova.close();
  });
});
