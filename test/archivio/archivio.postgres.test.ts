import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { copyDatabase, TABELLE } from '../../src/archivio/copia.ts';
import { createServizioBollettini } from '../../src/bollettini/crea-servizio-bollettini.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { archivioSqlite } from './archivio-di-prova.ts';
import { ambientePagamenti, consegnaRt, consegnati, emetti, operatoriDi, rtDi, stati } from '../pagamenti/ambiente.ts';
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
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

casiArchivio('PostgreSQL', () => postgres.archivio());
casiCatena('PostgreSQL', () => postgres.archivio());
casiSpid('PostgreSQL', () => postgres.archivio());
casiClienti('PostgreSQL', () => postgres.archivio());
casiContatti('PostgreSQL', () => postgres.archivio());
casiMessaggi('PostgreSQL', () => postgres.archivio());
casiRisposteApi('PostgreSQL', () => postgres.archivio());
casiSessioni('PostgreSQL', () => postgres.archivio());
casiSettimane('PostgreSQL', () => postgres.archivio());
casiSospensioni('PostgreSQL', () => postgres.archivio());
casiStati(
  'PostgreSQL',
  () => postgres.archivio(),
  async (knex, tabella) => {
    const { rows } = await knex.raw<{ rows: { testo: string }[] }>(
      `SELECT pg_get_constraintdef(oid) AS testo FROM pg_constraint WHERE contype = 'c' AND conrelid = ?::regclass`,
      [tabella],
    );
    return rows.map(({ testo }) => testo).join('\n');
  },
);

describe('PostgreSQL: payments, with many connections at the same moment', () => {
  it('confirms once, sends once, closes once', async () => {
    const a = await ambientePagamenti(() => postgres.archivio());
    const bollettini = [await emetti(a, '3/2020'), await emetti(a, '4/2020')];
    const venti = await Promise.all(Array.from({ length: 20 }, () => a.pagamenti.conferma(a.datore, bollettini)));
    expect(new Set(venti.map((consegne) => JSON.stringify(consegne))).size).toBe(1);
    const id = venti[0]?.[0]?.id ?? '';
    await Promise.all(Array.from({ length: 10 }, () => a.pagamenti.consegnaAlNodo(a.datore, id)));
    expect(a.nodo.carrelli).toHaveLength(1);
    const tentativi = await a.prova.archivio.letture.tentativi.dellaConsegna(id);
    const rt = await Promise.all(tentativi.map(async (tentativo) => ({ tentativo, xml: await rtDi(a, tentativo) })));
    const risposte = await Promise.all(
      [...rt, ...rt, ...rt].map(({ tentativo, xml }) => consegnaRt(a, tentativo, xml)),
    );
    expect(new Set(risposte)).toEqual(new Set(['OK']));
    expect(await a.prova.knex('incassi')).toHaveLength(2);
    expect(await stati(a)).toEqual({
      bollettini: ['pagato', 'pagato'],
      tentativi: ['eseguito', 'eseguito'],
      consegne: ['conclusa'],
      anomalie: [],
    });
    await a.prova.close();
  });

  it('lets Elimina or Conferma win, and counts a double payment once', async () => {
    const a = await ambientePagamenti(() => postgres.archivio());
    const conteso = await emetti(a, '3/2020');
    const esiti = await Promise.allSettled([
      a.pagamenti.conferma(a.datore, [conteso]),
      a.servizio.elimina(a.datore, conteso.id, conteso.versione),
    ]);
    expect(esiti.filter((esito) => esito.status === 'fulfilled')).toHaveLength(1);
    const { tentativi } = await consegnati(a, [await emetti(a)]);
    const [primo] = tentativi;
    if (primo === undefined) throw new Error('no attempt');
    await consegnaRt(a, primo, await rtDi(a, primo, { esito: '1' }));
    const { righe } = await a.servizio.carrello(a.datore);
    const [secondo] = (
      await consegnati(
        a,
        righe.map((riga) => riga.bollettino),
      )
    ).tentativi;
    if (secondo === undefined) throw new Error('no attempt');
    const [uno, due] = [await rtDi(a, primo), await rtDi(a, secondo)];
    await Promise.all([consegnaRt(a, primo, uno), consegnaRt(a, secondo, due)]);
    expect(await a.prova.knex('incassi').where({ natura: 'dovuto' })).toHaveLength(1);
    expect((await stati(a)).anomalie).toEqual(['pagamento-doppio']);
    await a.prova.close();
  });
});

describe('PostgreSQL: a payment in verifica', () => {
  it('is paid, once, when its right receipt comes at the moment in which an operator gives it back', async () => {
    const a = await ambientePagamenti(() => postgres.archivio());
    const operatori = operatoriDi(a);
    const bollettini = [await emetti(a, '2/2020'), await emetti(a, '3/2020'), await emetti(a)];
    const { tentativi } = await consegnati(a, bollettini);
    for (const tentativo of tentativi) await consegnaRt(a, tentativo, await rtDi(a, tentativo, { importo: 1 }));
    const anomalie = await operatori.anomalie('aperta');
    const rt = await Promise.all(tentativi.map(async (tentativo) => ({ tentativo, xml: await rtDi(a, tentativo) })));
    const chiusure = anomalie.map(({ id }) => operatori.chiudiAnomalia(id, 'op', 'reso', { restituito: true }));
    const arrivi = rt.map(({ tentativo, xml }) => consegnaRt(a, tentativo, xml));
    const [chiuse, risposte] = [await Promise.allSettled(chiusure), await Promise.all(arrivi)];
    expect(risposte).toEqual(['OK', 'OK', 'OK']);
    expect((await stati(a)).bollettini).toEqual(['pagato', 'pagato', 'pagato']);
    expect(await a.prova.knex('incassi')).toHaveLength(3);
    // What was refused stayed open, and left no act.
    const restituiti = chiuse.filter(({ status }) => status === 'fulfilled').length;
    expect(await operatori.anomalie('aperta')).toHaveLength(3 - restituiti);
    expect(await a.prova.knex('atti').where({ azione: 'pagamento-restituito' })).toHaveLength(restituiti);
    await a.prova.close();
  });
});

describe('moving an archive', () => {
  async function contenuto(knex: Knex): Promise<Record<string, string[]>> {
    const tutto: Record<string, string[]> = {};
    for (const tabella of [...TABELLE, 'settimane_coperte']) {
      const righe = await knex(tabella).select<Record<string, unknown>[]>('*');
      tutto[tabella] = righe.map((riga) => JSON.stringify(Object.entries(riga).map(([k, v]) => [k, String(v)]))).sort();
    }
    return tutto;
  }

  it('copies a SQLite archive to PostgreSQL and back, whole, and goes on from there', async () => {
    const a = await ambientePagamenti();
    const { tentativi } = await consegnati(a, [await emetti(a, '3/2020'), await emetti(a)]);
    for (const tentativo of tentativi) await consegnaRt(a, tentativo, await rtDi(a, tentativo));
    const arrivo = await postgres.archivio();
    const copiate = await copyDatabase(a.prova.database, arrivo.database);
    expect(copiate).toMatchObject({ bollettini: 2, incassi: 2, ricevute: 2, giornale_eventi: 4 });
    expect(await contenuto(arrivo.knex)).toEqual(await contenuto(a.prova.knex));

    const ritorno = await archivioSqlite();
    await copyDatabase(arrivo.database, ritorno.database);
    expect(await contenuto(ritorno.knex)).toEqual(await contenuto(a.prova.knex));
    await expect(copyDatabase(a.prova.database, arrivo.database)).rejects.toMatchObject({
      codice: 'archivio-non-vuoto',
    });

    const servizio = createServizioBollettini({ ...a.dipendenze, archivio: arrivo.archivio });
    const {
      emessi: [nuovo],
    } = await servizio.emetti(a.datore, a.rapporto.id, parseTrimestre('2/2026'));
    const iuv = (await a.prova.knex('bollettini').select<{ iuv: string }[]>('iuv')).map((riga) => riga.iuv);
    expect(iuv).not.toContain(nuovo?.iuv);
    for (const prova of [a.prova, arrivo, ritorno]) await prova.close();
  });

  it('refuses a source whose schema is not this program’s', async () => {
    const a = await archivioSqlite();
    await a.knex('migrazioni').where({ name: '0007-modi-e-flussi' }).delete();
    const arrivo = await archivioSqlite();
    await expect(copyDatabase(a.database, arrivo.database)).rejects.toMatchObject({
      codice: 'archivio-non-aggiornato',
    });
    for (const prova of [a, arrivo]) await prova.close();
  });

  it('knows every table of the schema', async () => {
    const a = await archivioSqlite();
    const tabelle = await a
      .knex('sqlite_master')
      .where({ type: 'table' })
      .whereNot('name', 'like', 'sqlite_%')
      .select<{ name: string }[]>('name');
    // Whoever is in comes in again, and the last is written by the database itself.
    const altre = ['sessioni', 'sessioni_spid', 'richieste_spid', 'migrazioni', 'migrazioni_lock', 'settimane_coperte'];
    expect(tabelle.map((tabella) => tabella.name).sort()).toEqual([...TABELLE, ...altre].sort());
    await a.close();
  });
});
