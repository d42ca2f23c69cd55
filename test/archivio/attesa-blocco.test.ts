import { Sqlite } from '../../src/sqlite/driver.ts';
import { describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { createAttesaBlocco } from '../../src/sqlite/attesa-blocco.ts';
import { guastoArchivio } from '../../src/archivio/guasto-archivio.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { archivioSqlite } from './archivio-di-prova.ts';

const busy = () => Promise.reject(Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }));

describe('a file that is taken', () => {
  it('is tried again until it is free', async () => {
    let volte = 0;
    const attesa = createAttesaBlocco(60_000);
    expect(await attesa(() => ((volte += 1) < 4 ? busy() : Promise.resolve('fatto')))).toBe('fatto');
    expect(volte).toBe(4);
  });

  it('is given up after the time, which a queue of writers does not wait one by one', async () => {
    const attesa = createAttesaBlocco(50);
    await expect(attesa(busy)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    let volte = 0;
    const contata = () => ((volte += 1), busy());
    for (let i = 0; i < 10; i += 1) await expect(attesa(contata)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(volte).toBe(10);
    await attesa(() => Promise.resolve());
    await expect(attesa(contata)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(volte).toBeGreaterThan(11);
  });

  it('is no reason to try again for anything else', async () => {
    let volte = 0;
    const altro = () => ((volte += 1), Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })));
    await expect(createAttesaBlocco(60_000)(altro)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(volte).toBe(1);
  });

  it('lets the loop turn, and the work is done once the other process lets go', async () => {
    const prova = await archivioSqlite();
    if (prova.database.tipo !== 'sqlite') throw new Error('not a file');
    const altro = new Sqlite(prova.database.file);
    altro.exec('BEGIN IMMEDIATE');
    const scritta = prova.knex('stato_archivio').insert({ nome: 'dopo', valore: '1' });
    let giri = 0;
    const liberato = (async () => {
      for (; giri < 20; giri += 1) await new Promise((poi) => setTimeout(poi, 5));
      altro.exec('ROLLBACK');
    })();
    await Promise.all([scritta, liberato]);
    expect(giri).toBe(20);
    altro.close();
    await prova.close();
  });

  it('holds up nobody who reads: anomalies, flows, batches, clients, employers, journal', async () => {
    const prova = await archivioSqlite();
    if (prova.database.tipo !== 'sqlite') throw new Error('not a file');
    const { letture, registro } = prova.archivio;
    const altro = new Sqlite(prova.database.file);
    altro.exec('BEGIN IMMEDIATE');
    let scritto = false;
    const scritta = prova.knex('stato_archivio').insert({ nome: 'dopo', valore: '1' });
    const finita = scritta.then(() => (scritto = true));
    await Promise.all([
      letture.anomalie.elenco(),
      letture.flussi.elenco(),
      letture.flussi.righe(),
      letture.flussi.incassi(),
      letture.giornale.elenco({}),
      letture.limiti.conta('', { dal: 0, almeno: 1 }),
      letture.token.elenco(),
      letture.lotti.delProprietario('chi'),
      letture.lotti.pendenti('chi'),
      letture.lottiFile.occupati(),
      letture.clienti.elenco({ proprietario: 'chi' }),
      registro.datore('nessuno'),
      registro.rapportoConCodice(parseCodiceRapporto('99109784511')),
    ]);
    expect(scritto).toBe(false);
    altro.exec('ROLLBACK');
    await finita;
    expect(await prova.knex('stato_archivio').where({ nome: 'dopo' }).first()).toMatchObject({ valore: '1' });
    altro.close();
    await prova.close();
  });
});

describe('the faults of an archive', () => {
  it.each([
    ['SQLITE_BUSY', 'occupato'],
    ['SQLITE_FULL', 'non-disponibile'],
    ['SQLITE_READONLY_DBMOVED', 'non-disponibile'],
    ['SQLITE_IOERR_WRITE', 'non-disponibile'],
    ['ARCHIVIO_SPARITO', 'non-disponibile'],
    ['ECONNREFUSED', 'non-disponibile'],
    ['57P01', 'non-disponibile'],
    ['53100', 'non-disponibile'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['23505', undefined],
  ])('%s is %s', (code, atteso) => {
    expect(guastoArchivio(Object.assign(new Error('x'), { code }))).toBe(atteso);
  });

  it('a PostgreSQL that is not there is one', async () => {
    const knex = openDatabase({ tipo: 'postgres', url: 'postgres://u:p@127.0.0.1:1/x' });
    expect(guastoArchivio(await knex.raw('SELECT 1').catch((errore: unknown) => errore))).toBe('non-disponibile');
    await knex.destroy();
  });
});
