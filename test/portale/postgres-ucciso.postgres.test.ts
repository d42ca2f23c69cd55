import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/archivio/database.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { avviaPostgres, type PostgresAvviato } from '../impianto/postgres-server.ts';
import { childrenOf } from '../cli/servizi.ts';
import { type Agente, type PortaleDiProva, startPortaleDiProva } from './portale-di-prova.ts';

let server: PostgresAvviato;
let prova: PortaleDiProva;
let io: Agente;
let token: string;
beforeAll(async () => {
  server = await avviaPostgres([]);
  const amministratore = openDatabase({ tipo: 'postgres', url: `${server.url}/postgres` });
  await amministratore.raw('CREATE DATABASE trimestre');
  await amministratore.destroy();
  prova = await startPortaleDiProva({ ambiente: { DATABASE_URL: `${server.url}/trimestre` } });
  io = await prova.browser().enter(prova.app, 'Bianchi');
  token = await io.token(percorsi.riepilogo);
});
afterAll(async () => {
  await prova.close();
  await server.stop();
});

const stato = async () => {
  const tabelle = ['bollettini', 'conferme', 'consegne', 'tentativi', 'giornale_eventi', 'atti'];
  const righe = await Promise.all(
    tabelle.map((tabella) => prova.app.knex(tabella).select<Record<string, unknown>[]>('*').orderBy('id')),
  );
  return Object.fromEntries(tabelle.map((tabella, i) => [tabella, righe[i]]));
};
const conferma = async (voci: readonly string[]) =>
  io.agent.post(percorsi.conferma).type('form').send({ _csrf: token, bollettino: voci });
const salute = async () => {
  // An answer holds for two seconds.
  await sleep(2_100);
  return (await prova.browser().get(percorsi.salute)).status;
};

/**
 * A confirmation that stands in the middle of its transaction, with rows written already, since another connection holds the
 * table that it writes next.
 */
async function aMeta(voci: readonly string[]): Promise<{ risposta: ReturnType<typeof conferma>; backend: number }> {
  const altra = openDatabase({ tipo: 'postgres', url: `${server.url}/trimestre` });
  const trx = await altra.transaction();
  await trx.raw('LOCK TABLE tentativi IN SHARE MODE');
  const risposta = conferma(voci);
  for (;;) {
    const { rows } = await altra.raw<{ rows: { pid: number }[] }>(
      `SELECT pid FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND backend_xid IS NOT NULL AND datname = 'trimestre'`,
    );
    const [fermo] = rows;
    if (fermo !== undefined) {
      altre.push(async () => {
        await trx.rollback().catch(() => undefined);
        await altra.destroy();
      });
      return { risposta, backend: fermo.pid };
    }
    await sleep(20);
  }
}

/** Lets go of connections of somebody else, which died with the server. */
const altre: (() => Promise<void>)[] = [];
const lasciate = () => Promise.all(altre.splice(0).map((lascia) => lascia()));

describe('AB-50: PostgreSQL is killed in the middle of a confirmation', () => {
  it('with all its processes: nothing is half written, all say «later», and go on once it is there again', async () => {
    const [prima, voci] = [await stato(), await io.voci()];
    expect(voci.length).toBeGreaterThan(0);
    const { risposta } = await aMeta(voci);
    const { pid = 0 } = server;
    for (const uno of [pid, ...childrenOf(pid).map((figlio) => figlio.pid)]) process.kill(uno, 'SIGKILL');
    const { status, headers } = await risposta;
    expect([status, headers['retry-after']], prova.righe.at(-1)).toEqual([503, '30']);
    expect(await salute()).toBe(503);
    const pagina = await io.get(percorsi.bollettini);
    expect([pagina.status, pagina.headers['retry-after']]).toEqual([503, '30']);
    expect(pagina.text).toContain('prima di ripetere un pagamento');
    await lasciate();

    await server.restart();
    expect(await stato()).toEqual(prima);
    expect(await salute()).toBe(200);
    expect((await io.get(percorsi.bollettini)).status).toBe(200);
  });

  it('with the one process that served it: the others are closed by PostgreSQL, which comes back by itself', async () => {
    const [prima, voci] = [await stato(), await io.voci()];
    const { risposta, backend } = await aMeta(voci);
    process.kill(backend, 'SIGKILL');
    // Undone and done again, if PostgreSQL is back in time; else refused.
    const { status } = await risposta;
    expect([303, 503]).toContain(status);
    await lasciate();
    while ((await salute()) !== 200) await sleep(100);
    if (status === 503) expect(await stato()).toEqual(prima);

    expect((await conferma(voci)).status).toBe(303);
    expect(await prova.app.knex('conferme').select('id')).toHaveLength((prima['conferme'] ?? []).length + 1);
    expect(await prova.app.knex('tentativi').select('id')).toHaveLength(
      (prima['tentativi'] ?? []).length + voci.length,
    );
  });
});
