import { createHmac } from 'node:crypto';
import { chmodSync, renameSync } from 'node:fs';
import { Sqlite } from '../../src/sqlite/driver.ts';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { LIMITI } from '../../src/portale/http/rate-limits.ts';
import { SessionStore } from '../../src/portale/http/session-store.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { createPortale } from '../../src/portale/portale.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let io: Agente;
let token: string;
let file: string;
/** What no log may hold: gathered while the faults are tried. */
const segrete = new Set<string>();

beforeAll(async () => {
  prova = await startPortaleDiProva();
  io = await prova.browser().enter(prova.app, 'Bianchi');
  token = await io.token(percorsi.riepilogo);
  const { database } = prova.app.impostazioni;
  if (database.tipo !== 'sqlite') throw new Error('not a file');
  ({ file } = database);
});
afterAll(() => prova.close());

const salute = async () => {
  // An answer holds for two seconds.
  await new Promise((poi) => setTimeout(poi, 2_100));
  return (await prova.browser().get(percorsi.salute)).status;
};
const stato = async () => ({
  bollettini: await prova.app.knex('bollettini').select('id', 'stato', 'versione').orderBy('id'),
  tentativi: await prova.app.knex('tentativi').count({ n: '*' }),
});

/** What people do that writes: a new bollettino, a confirmation, a way in. */
async function acts(): Promise<number[]> {
  const cf = codiceFiscaleDi(prova.app, 'Ferrari');
  for (const uno of [token, cf]) segrete.add(uno);
  const posta = (percorso: string, campi: object) =>
    io.agent
      .post(percorso)
      .type('form')
      .send({ _csrf: token, ...campi });
  const [conferma, accesso] = [
    await posta(percorsi.conferma, { bollettino: await io.voci() }),
    await posta(percorsi.accessoCodiceRapporto, { codiceFiscale: cf, codiceRapporto: '21000045670' }),
  ];
  return [conferma.status, accesso.status];
}

/** Takes what is left in the pages there are. */
async function fillWith(valore: string): Promise<void> {
  for (let n = 0; n < 10_000; n += 1) {
    try {
      await prova.app.knex('stato_archivio').insert({ nome: `${valore.length} ${n}`, valore });
    } catch {
      return;
    }
  }
}

async function refusedAndBack(rompi: () => unknown, ripara: () => unknown): Promise<void> {
  const prima = await stato();
  await rompi();
  try {
    expect(await acts()).toEqual([503, 503]);
    expect(await salute()).toBe(503);
    expect((await io.get(percorsi.bollettini)).status).toBe(200);
  } finally {
    await ripara();
  }
  expect(await stato()).toEqual(prima);
  expect(await salute()).toBe(200);
}

describe('AB-50: when the archive cannot save, nothing says «done», and all comes back without a restart', () => {
  it('the file is deleted or moved while the portal runs', async () => {
    await refusedAndBack(
      () => renameSync(file, `${file}.altrove`),
      () => renameSync(`${file}.altrove`, file),
    );
  });

  it('the file is made read-only', async () => {
    await refusedAndBack(
      () => chmodSync(file, 0o400),
      () => chmodSync(file, 0o600),
    );
  });

  it('the disk is full', async () => {
    const { knex } = prova.app;
    const [{ page_count: pagine = 0 } = {}] = await knex.raw<{ page_count: number }[]>('PRAGMA page_count');
    const prima = await stato();
    await knex.raw(`PRAGMA max_page_count = ${pagine}`);
    for (const quanti of [300, 30]) await fillWith('x'.repeat(quanti));
    const [conferma] = await acts();
    expect(conferma).toBe(503);
    expect(await stato()).toEqual(prima);
    await knex.raw('PRAGMA max_page_count = 1000000');
    expect(await acts()).toEqual([303, 401]);
    expect(await stato()).not.toEqual(prima);
  });

  it('another process holds the file: a second at most, off the loop, then «later»; who reads does not wait', async () => {
    const altro = new Sqlite(file);
    altro.exec('BEGIN IMMEDIATE');
    const scritta = io.agent
      .post(percorsi.accessoCodiceRapporto)
      .type('form')
      .send({ _csrf: token, codiceFiscale: codiceFiscaleDi(prova.app, 'Ferrari'), codiceRapporto: '21000045670' });
    let finita = false;
    const risposta = scritta.then((una) => {
      finita = true;
      return una;
    });
    let lette = 0;
    while (!finita) {
      expect((await io.get(percorsi.norme)).status).toBe(200);
      lette += 1;
    }
    const { status, headers } = await risposta;
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(lette).toBeGreaterThan(1);
    altro.exec('ROLLBACK');
    altro.close();
    expect(await acts()).toEqual([expect.any(Number), 401]);
  });

  it('PostgreSQL does not answer', async () => {
    const password = 'parola-del-database';
    segrete.add(password);
    const app = await createApplicazione(
      loadImpostazioni({
        TRIMESTRE_DATI: prova.app.impostazioni.cartellaDati,
        DATABASE_URL: `postgres://utente:${password}@127.0.0.1:1/niente`,
      }),
      { clock: prova.app.clock },
    );
    const log = createLog('info', { write: (riga) => prova.righe.push(riga) });
    const store = new SessionStore(app, (errore) => log.error({ errore }, 'archivio delle sessioni'));
    const morto = request(createPortale({ app, log, limiti: LIMITI }, { store, segreto: prova.segreti.sessione }));
    expect((await morto.get(percorsi.salute)).status).toBe(503);
    expect((await morto.get(percorsi.bollettini).set('Cookie', signed(prova.segreti.sessione))).status).toBe(503);
    store.stop();
    await app.close();
  });
});

describe('AB-45: the log of all these faults', () => {
  it('tells them, and holds no codice fiscale, name, code, session, token, password or secret', async () => {
    const tutto = prova.righe.join('\n');
    expect(tutto).toMatch(/ARCHIVIO_SPARITO/);
    expect(tutto).toMatch(/SQLITE_FULL/);
    expect(tutto).toMatch(/SQLITE_BUSY/);
    expect(tutto).toMatch(/ECONNREFUSED/);
    const { knex } = prova.app;
    const people = (tabella: string) => knex(tabella).select<Record<string, string>[]>();
    const persone = [...(await people('datori')), ...(await people('lavoratori'))];
    for (const riga of persone)
      for (const campo of ['codice_fiscale', 'cognome', 'nome']) segrete.add(riga[campo] ?? '');
    for (const codice of (await knex('rapporti').pluck('codice')) as string[]) segrete.add(codice);
    for (const sid of (await knex('sessioni').pluck('sid')) as string[]) segrete.add(sid);
    segrete.add(prova.segreti.nodo).add(prova.segreti.sessione).add(prova.app.impostazioni.ente.password);
    const trovate = [...segrete].filter((una) => una.length > 2 && new RegExp(`\\b${escape(una)}\\b`, 'i').test(tutto));
    expect(trovate).toEqual([]);
  });
});

/** The cookie of a session that is not there, signed as ours are. */
function signed(segreto: string): string {
  const firma = createHmac('sha256', segreto).update('nessuna').digest('base64').replace(/=+$/, '');
  return `trimestre=${encodeURIComponent(`s:nessuna.${firma}`)}`;
}

function escape(testo: string): string {
  return testo.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
