import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { openDatabase } from '../../src/archivio/database.ts';
import { migrate } from '../../src/archivio/migrazioni.ts';
import { openApplicazione } from '../../src/cli/con-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { avviaPostgres, type PostgresAvviato, SENZA_ATTESE } from '../impianto/postgres-server.ts';
import { type LineaTcp, stendiLinea } from '../impianto/linea-tcp.ts';
import { rifiuto } from './rifiuto.ts';

/** A server of this file's own: its users and databases are spoiled on purpose. */
let server: PostgresAvviato;
let amministratore: Knex;
let muta: LineaTcp;
const cartella = mkdtempSync(join(tmpdir(), 'trimestre-guasti-pg-'));

const PREPARATIVI = [
  'CREATE DATABASE buono',
  'CREATE DATABASE pieno',
  'CREATE DATABASE chiuso',
  'REVOKE CONNECT ON DATABASE chiuso FROM PUBLIC',
  'CREATE DATABASE in_lettura',
  'ALTER DATABASE in_lettura SET default_transaction_read_only = on',
  "CREATE DATABASE latino ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
  "CREATE ROLE ospite LOGIN PASSWORD 'parola-segreta'",
  "CREATE ROLE affollato LOGIN PASSWORD 'parola-segreta' CONNECTION LIMIT 0",
  "CREATE ROLE escluso PASSWORD 'parola-segreta'",
];

beforeAll(async () => {
  server = await avviaPostgres(SENZA_ATTESE);
  amministratore = openDatabase({ tipo: 'postgres', url: `${server.url}/postgres` });
  for (const istruzione of PREPARATIVI) await amministratore.raw(istruzione);
  muta = await stendiLinea(Number(new URL(server.url).port));
  muta.blocca();
});
afterAll(async () => {
  await muta.close();
  await amministratore.destroy();
  await server.stop();
  rmSync(cartella, { recursive: true });
});

/** @param dove user and database, `prova/buono`, with what follows them in the address */
function indirizzo(dove: string, parola = 'parola-segreta'): string {
  const [utente = ''] = dove.split('/');
  const database = dove.slice(utente.length + 1);
  return `postgres://${utente}:${utente === 'prova' ? 'prova' : parola}@${new URL(server.url).host}/${database}`;
}

const DATABASE_URL = 'DATABASE_URL: ';
const dati = { TRIMESTRE_DATI: join(cartella, 'dati'), TRIMESTRE_PG_ATTESA: '1' };

describe('a PostgreSQL that does not give what is needed: one line, the setting, what to do, exit status 2', () => {
  it.each([
    ['a wrong password', 'ospite/buono', 'PostgreSQL rifiuta utente o password; correggerli.', 'altra-parola'],
    ['a user that is not there', 'nessuno/buono', 'PostgreSQL rifiuta utente o password; correggerli.'],
    ['a user who may not come in', 'escluso/buono', 'PostgreSQL non ammette questo utente'],
    ['a database that is not there', 'prova/manca', 'il database non esiste in PostgreSQL; crearlo'],
    ['a database closed to the user', 'ospite/chiuso', 'l’utente di PostgreSQL non ha i permessi che servono; dargli'],
    ['a user who may make no table', 'ospite/buono', 'l’utente di PostgreSQL non ha i permessi che servono; dargli'],
    ['no connection left', 'affollato/buono', 'PostgreSQL ha troppe connessioni aperte; chiuderne'],
    ['a database that may only be read', 'prova/in_lettura', 'il database PostgreSQL è di sola lettura; usare'],
    [
      'an encoding without all letters',
      'prova/latino',
      'il database PostgreSQL è in LATIN1, che non tiene tutte le lettere; crearne',
    ],
    ['a server without TLS', 'prova/buono?sslmode=require', 'PostgreSQL non accetta connessioni cifrate; attivarle'],
    [
      'a certificate that is not there',
      'prova/buono?sslmode=verify-full&sslrootcert=/manca/ca.pem',
      'sslrootcert=/manca/ca.pem: non c’è; controllare',
    ],
  ])('%s', async (_che, dove, inizio, parola?: string) => {
    const url = indirizzo(dove, parola);
    const frase = await rifiuto(['serve'], { ...dati, DATABASE_URL: url });
    expect(frase.startsWith(DATABASE_URL + inizio), frase).toBe(true);
    expect(frase).not.toMatch(/parola|prova:|postgres:\/\//);
  });

  it('a user who may only read what another has made: and no connection holds the process', async () => {
    const pieno = { tipo: 'postgres', url: indirizzo('prova/pieno') } as const;
    const knex = openDatabase(pieno);
    await migrate(knex);
    await knex.raw('GRANT SELECT ON ALL TABLES IN SCHEMA public TO ospite');
    await knex.destroy();
    const impostazioni = loadImpostazioni({ ...dati, DATABASE_URL: indirizzo('ospite/pieno') });
    await expect(openApplicazione({}, impostazioni)).rejects.toMatchObject({ code: '42501' });
    const { rows } = await amministratore.raw<{ rows: unknown[] }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = 'pieno'",
    );
    expect(rows).toEqual([]);
    expect(await rifiuto(['serve'], { ...dati, DATABASE_URL: indirizzo('ospite/pieno') })).toContain(
      'i permessi che servono',
    );
  });

  it('a server that is stopped, and one that never answers', async () => {
    const altrove = (porta: number) => `postgres://prova:prova@127.0.0.1:${porta}/buono`;
    const spento = await stendiLinea(1);
    await spento.close();
    for (const comando of [['avvia'], ['clienti', 'stato', '--trimestre', '3/2026']]) {
      expect(await rifiuto(comando, { ...dati, DATABASE_URL: altrove(spento.porta) })).toBe(
        `${DATABASE_URL}PostgreSQL non risponde a quell’indirizzo; avviarlo, o correggere host e porta.`,
      );
    }
    expect(await rifiuto(['serve'], { ...dati, DATABASE_URL: altrove(muta.porta) })).toBe(
      `${DATABASE_URL}PostgreSQL non risponde a quell’indirizzo; controllare la rete, o correggere host e porta.`,
    );
  });
});
