import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type PostgresDiProva, startPostgres } from '../archivio/postgres-di-prova.ts';
import { type DaPagare, scriviBollettini } from '../bench/pagamenti-dati.ts';
import { type Ambiente, startAmbiente } from '../e2e/ambiente.ts';
import { type LineaTcp, stendiLinea } from '../impianto/linea-tcp.ts';

let postgres: PostgresDiProva;
let linea: LineaTcp;
let ambiente: Ambiente;
let segreto: string;
let daPagare: DaPagare[];

beforeAll(async () => {
  postgres = await startPostgres();
  const url = new URL(await postgres.vuoto());
  linea = await stendiLinea(Number(url.port));
  url.port = String(linea.porta);
  ambiente = await startAmbiente(
    { now: () => new Date() },
    { DATABASE_URL: url.href, TRIMESTRE_PG_ATTESA: '5', TRIMESTRE_PG_ISTRUZIONE: '5', TRIMESTRE_PG_CONNESSIONI: '4' },
  );
  daPagare = [...(await scriviBollettini(ambiente.app, 40))];
  ({ segreto } = await ambiente.app.accesso.creaToken('prova'));
});
afterAll(async () => {
  await ambiente.close();
  await linea.close();
  await postgres.stop();
});

const aspetta = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function conferma({ id, codiceFiscale }: DaPagare): Promise<Response> {
  return fetch(`${ambiente.url}${percorsi.api}/carrello/conferma`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${segreto}`,
      'Trimestre-Datore': codiceFiscale,
    },
    body: JSON.stringify({ bollettini: [{ id, versione: 1 }] }),
  });
}

async function salute(): Promise<number> {
  // An answer holds for two seconds.
  await aspetta(2_100);
  return (await fetch(ambiente.url + percorsi.salute)).status;
}

/** Nobody is told of an error of ours: done, or to be tried again, and when. */
function expectDoneOrLater(risposte: readonly Response[]): readonly Response[] {
  for (const risposta of risposte) {
    expect([201, 503]).toContain(risposta.status);
    if (risposta.status === 503) expect(Number(risposta.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  return risposte.filter(({ status }) => status === 503);
}

async function tentativiDi({ id }: DaPagare): Promise<number> {
  const [riga] = await ambiente.app.knex('tentativi').where({ bollettino_id: id }).count<{ n: number }[]>({ n: '*' });
  return Number(riga?.n);
}

describe('PostgreSQL that goes away and comes back', () => {
  it('restarts under load: who asks waits for it, and each payment is made once', async () => {
    const suoi = daPagare.splice(0, 24);
    const risposte = suoi.map(conferma);
    await aspetta(30);
    linea.taglia('rifiuta');
    await aspetta(300);
    linea.ripara();
    expectDoneOrLater(await Promise.all(risposte));
    const ancora = await Promise.all(suoi.map(conferma));
    expect(ancora.map(({ status }) => status)).toEqual(suoi.map(() => 201));
    for (const uno of suoi) expect(await tentativiDi(uno)).toBe(1);
  });

  it('is cut off while nobody asks: whoever comes next notices nothing', async () => {
    linea.taglia('accetta');
    const [uno] = daPagare.splice(0, 1) as [DaPagare];
    expect((await conferma(uno)).status).toBe(201);
  });

  it('stays away: «later», /salute says so, and all goes on when it is back', async () => {
    const [uno] = daPagare.splice(0, 1) as [DaPagare];
    linea.taglia('rifiuta');
    expect(expectDoneOrLater([await conferma(uno)])).toHaveLength(1);
    expect(await salute()).toBe(503);
    linea.ripara();
    expect(await salute()).toBe(200);
    expect(await tentativiDi(uno)).toBe(0);
    expect((await conferma(uno)).status).toBe(201);
  });

  it('does not answer any more: a statement is given up in time, and so is who waits for a connection', async () => {
    const suoi = daPagare.splice(0, 8);
    linea.blocca();
    expect(expectDoneOrLater(await Promise.all(suoi.map(conferma)))).toHaveLength(suoi.length);
    expect(await salute()).toBe(503);
    linea.ripara();
    expect(await salute()).toBe(200);
    expect((await Promise.all(suoi.map(conferma))).map(({ status }) => status)).toEqual(suoi.map(() => 201));
    for (const uno of suoi) expect(await tentativiDi(uno)).toBe(1);
  });
});
