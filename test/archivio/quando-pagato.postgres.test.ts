import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { MIGRAZIONI } from '../../migrations/index.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { conSqliteVuoto } from './archivio-di-prova.ts';
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

const NUOVA = MIGRAZIONI.findIndex(({ nome }) => nome === '0024-quando-pagato');

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const avviso = (date: string) => `<x><p:paSendRTV2Request><receipt>${date}</receipt></p:paSendRTV2Request></x>`;
const CASI = {
  // As they were written before: the day of booking as that of the payment, the hour of the payment as the message's.
  prenotato: {
    dati: { dataOraMessaggio: '2025-12-31T15:00:00', dataEsito: '2026-01-02' },
    xml: avviso('<paymentDateTime>2025-12-31T15:00:00</paymentDateTime><applicationDate>2026-01-02</applicationDate>'),
    attesi: { dataEsito: '2025-12-31', oraEsito: '15:00:00', dataApplicazione: '2026-01-02' },
  },
  altroFuso: {
    dati: { dataOraMessaggio: '2026-07-01T23:30:00Z', dataEsito: '2026-07-01' },
    xml: avviso('<paymentDateTime>2026-07-01T23:30:00Z</paymentDateTime>'),
    attesi: { dataEsito: '2026-07-02', oraEsito: '01:30:00' },
  },
  senzaOra: {
    dati: { dataOraMessaggio: '2026-07-01T00:00:00', dataEsito: '2026-07-01' },
    xml: avviso(''),
    attesi: { dataEsito: '2026-07-03' },
  },
  rt: {
    dati: { dataOraMessaggio: '2026-06-30T23:30:00Z', dataEsito: '2026-06-30+02:00' },
    xml: '<RT/>',
    attesi: { dataOraMessaggio: '2026-07-01T01:30:00', dataEsito: '2026-06-30' },
  },
};

async function readsAgain(knex: Knex): Promise<void> {
  for (const migrazione of MIGRAZIONI.slice(0, NUOVA)) await migrazione.up(knex);
  await knex('datori').insert({ id: 'd', codice_fiscale: 'RSSMRA80A01D620V', cognome: 'Rossi', nome: 'Mario' });
  await knex('lavoratori').insert({
    ...{ id: 'l', datore_id: 'd', codice_fiscale: 'MLLSNT82P65D620Y', cognome: 'Müller', nome: 'Samantha' },
  });
  await knex('rapporti').insert({
    ...{ id: 'r', codice: '99109784511', datore_id: 'd', lavoratore_id: 'l', assunzione: '2019-03-01' },
  });
  await knex('bollettini').insert({
    ...{ id: 'b', datore_id: 'd', rapporto_id: 'r', trimestre_anno: 2020, trimestre_numero: 4, gruppo: 'oltre-24' },
    ...{ codice_inps: '991097845204001', iuv: '01000000000000001', codice_avviso: '301000000000000001' },
    ...{ importo: 100, scadenza: '2021-01-11', stato: 'pagato', versione: 1, dati: '{}', calcolo: '{}' },
    ...{ creato_il: 'ora', aggiornato_il: 'ora', settimane: 1 },
  });
  await knex('conferme').insert({ id: 'c', datore_id: 'd', chiave: 'k', creata_il: 'ora' });
  await knex('consegne').insert({
    ...{ id: 'c', datore_id: 'd', conferma_id: 'c', ordine: 1, id_carrello: 'c', stato: 'conclusa', totale: 100 },
    ...{ creata_il: 'ora', aggiornata_il: 'ora' },
  });
  await knex('tentativi').insert({
    ...{ id: 't', bollettino_id: 'b', consegna_id: 'c', posizione: 1, dominio: '1', iuv: '1', ccp: '1', importo: 100 },
    ...{ stato: 'eseguito', creato_il: 'ora', aggiornato_il: 'ora' },
  });
  for (const [id, { dati, xml }] of Object.entries(CASI)) {
    await knex('ricevute').insert({
      ...{ id, tentativo_id: 't', id_messaggio: id, impronta: id, esito: '0', coerente: 1, importo: 100, xml },
      ...{ dati: JSON.stringify({ ...dati, iur: id }), ricevuta_il: '2026-07-02T22:30:00.000Z' },
    });
  }
  await MIGRAZIONI[NUOVA]?.up(knex);
  const righe = await knex('ricevute').select<{ id: string; dati: string }[]>('id', 'dati');
  const rilette = Object.fromEntries(righe.map(({ id, dati }) => [id, JSON.parse(dati) as unknown]));
  for (const [id, { attesi }] of Object.entries(CASI)) {
    // A notice's receipt is as old as its coming, half past midnight of 3 July in Italy.
    expect(rilette[id]).toEqual({ dataOraMessaggio: '2026-07-03T00:30:00', ...attesi, iur: id });
  }
  await expect(knex('ricevute').update({ dati: '{}' })).rejects.toThrow(/refused/);
}

it('reads the receipts of an older SQLite archive again', () => conSqliteVuoto(readsAgain));

it('does the same on PostgreSQL', async () => {
  const knex = openDatabase({ tipo: 'postgres', url: await postgres.vuoto() });
  await readsAgain(knex);
  await knex.destroy();
});
