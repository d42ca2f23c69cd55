import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { MIGRAZIONI } from '../../migrations/index.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { conSqliteVuoto } from './archivio-di-prova.ts';
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

const NUOVA = '0009-settimane-coperte';
const TREDICI = 0b1_1111_1111_1111;

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const passo = (nome: string) => {
  const trovato = MIGRAZIONI.find((migrazione) => migrazione.nome === nome);
  if (trovato === undefined) throw new Error(`no migration ${nome}`);
  return trovato;
};

/** A database as it stood before weeks were kept. */
async function primaDelleSettimane(knex: Knex): Promise<void> {
  for (const migrazione of MIGRAZIONI.slice(0, MIGRAZIONI.indexOf(passo(NUOVA)))) await migrazione.up(knex);
  await knex('datori').insert({ id: 'd', codice_fiscale: 'RSSMRA80A01D620V', cognome: 'Rossi', nome: 'Mario' });
  const lavoratore = { codice_fiscale: 'MLLSNT82P65D620Y', cognome: 'Müller', nome: 'Samantha' };
  await knex('lavoratori').insert({ id: 'l', datore_id: 'd', ...lavoratore });
  for (const id of ['r1', 'r2', 'r3']) {
    const codice = `991097845${id.slice(1)}1`;
    await knex('rapporti').insert({ id, codice, datore_id: 'd', lavoratore_id: 'l', assunzione: '2019-03-01' });
  }
}

let quanti = 0;
async function emesso(knex: Knex, campi: Record<string, unknown>, calcolo: object, dati: object = {}): Promise<string> {
  const cifre = String((quanti += 1)).padStart(3, '0');
  await knex('bollettini').insert({
    id: `b${cifre}`,
    datore_id: 'd',
    trimestre_anno: 2020,
    trimestre_numero: 4,
    gruppo: 'oltre-24',
    codice_inps: `991097845204${cifre}`,
    iuv: `01000000000000${cifre}`,
    codice_avviso: `301000000000000${cifre}`,
    importo: 100,
    scadenza: '2021-01-11',
    stato: 'nel-carrello',
    versione: 1,
    dati: JSON.stringify(dati),
    calcolo: JSON.stringify({ settimane: 13, passi: [], avvertenze: [], ...calcolo }),
    creato_il: `2021-01-01T00:00:00.${cifre}Z`,
    aggiornato_il: 'ora',
    ...campi,
  });
  return `b${cifre}`;
}

async function carriesOver(knex: Knex): Promise<void> {
  await primaDelleSettimane(knex);
  const vivo = await emesso(knex, { rapporto_id: 'r1' }, {});
  // The fault that was: the same weeks in the other group, one of them paid.
  const pagato = await emesso(knex, { rapporto_id: 'r1', gruppo: 'fino-24', stato: 'pagato' }, {});
  const tolto = await emesso(knex, { rapporto_id: 'r1', stato: 'eliminato' }, {});
  const corte = { gruppo: 'fino-24', rapporto_id: 'r2' };
  const nominato = await emesso(knex, corte, { dettaglio: { segniSettimane: '1110000000000' } });
  const contato = await emesso(knex, { rapporto_id: 'r2' }, { settimane: 5 });
  const intero = await emesso(
    knex,
    { rapporto_id: 'r3', stato: 'pagato' },
    { settimane: 8 },
    { assunzione: '2020-11-01' },
  );
  const integra = await emesso(knex, { rapporto_id: 'r3' }, { settimane: 8 }, { assunzione: '2020-11-01' });
  await passo(NUOVA).up(knex);
  const righe = await knex('bollettini').orderBy('id').select<Record<string, unknown>[]>('*');
  const trovati = Object.fromEntries(righe.map((riga) => [String(riga['id']), riga]));
  const settimane = (id: string) => Number(trovati[id]?.['settimane']);
  expect([pagato, vivo, tolto].map(settimane)).toEqual([TREDICI, 0, TREDICI]);
  expect([nominato, contato].map(settimane)).toEqual([0b111, 0b1111_1000]);
  // From the first Saturday after 1 November 2020, the sixth of the quarter, to the thirteenth.
  expect([intero, integra].map(settimane)).toEqual([0b1_1111_1110_0000, 0]);
  expect(trovati[integra]?.['integrazione']).toBeTruthy();
  expect(trovati[vivo]?.['stato']).toBe('nel-carrello');
  const anomalie = await knex('anomalie').select<{ bollettino_id: string; tipo: string; stato: string }[]>('*');
  expect(anomalie.map(({ bollettino_id, tipo, stato }) => [bollettino_id, tipo, stato])).toEqual([
    [vivo, 'settimane-doppie', 'aperta'],
  ]);
  expect(await knex('settimane_coperte')).toHaveLength(13 + 8 + 8);
}

it('carries an older SQLite archive over, and reports what was billed twice', () => conSqliteVuoto(carriesOver));

it('does the same on PostgreSQL', async () => {
  const knex = openDatabase({ tipo: 'postgres', url: await postgres.vuoto() });
  await carriesOver(knex);
  await knex.destroy();
});
