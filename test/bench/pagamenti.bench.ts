import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { Server } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { type Database, openDatabase, senzaLimiti } from '../../src/archivio/database.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { freePort } from '../impianto/free-port.ts';
import { avviaPostgres, type PostgresAvviato } from '../impianto/postgres-server.ts';
import { type DaPagare, scriviBollettini } from './pagamenti-dati.ts';
import { riempi } from './pagamenti-riempi.ts';
import { cpuConFigliMs, cpuMs, distribuisci, ready, rssMb, stop } from './pagamenti-processi.ts';

/**
 * Complete payments between two processes of the build, started as a user starts them: the portal (its API confirms a cart and
 * sends it) and the simulated node (its API ends the payment as the pages would), each with its SQLite and `synchronous=FULL`.
 * A cycle is over when the bollettino is paid, which only the RT does. How many: `CICLI_PAGAMENTI`, 2,000 unless told;
 * at once: `PERSONE_PAGAMENTI`, 24 unless told. `DATABASE_PAGAMENTI=postgres` starts a PostgreSQL as its package has it, and
 * `PORTALI_PAGAMENTI` portals over it.
 */
const CICLI = Number(process.env['CICLI_PAGAMENTI'] ?? 2_000);
const IN_VOLO = Number(process.env['PERSONE_PAGAMENTI'] ?? 24);
const PAUSA_RITORNO_MS = 50;
const POSTGRES = process.env['DATABASE_PAGAMENTI'] === 'postgres';
const PORTALI = Number(process.env['PORTALI_PAGAMENTI'] ?? 1);
/** Payments already over, and two and a half times as many rows of the journal: `PASSATI_PAGAMENTI`, none unless told. */
const PASSATI = Number(process.env['PASSATI_PAGAMENTI'] ?? 0);
const PROFILO = process.env['PROFILO_PAGAMENTI'];

interface Banco {
  readonly portali: readonly ChildProcess[];
  readonly postgres: PostgresAvviato | undefined;
  readonly nodo: ChildProcess;
  /** What hands connections to several portals. */
  readonly davanti: Server | undefined;
  readonly url: string;
  readonly urlNodo: string;
  readonly token: string;
  readonly dominio: string;
  readonly database: Database;
  /** The invented person who looks at the return page, with her bollettino. */
  readonly lucia: DaPagare & { readonly soggetto: string };
}

async function main(): Promise<void> {
  const bin = packagePath('dist', 'src', 'cli', 'trimestre.js');
  if (!existsSync(bin)) throw new Error('npm run build first: the bench starts what was built');
  console.log(
    `load ${loadavg()
      .map((uno) => uno.toFixed(1))
      .join(' ')}`,
  );
  console.log(`bare commits, better-sqlite3, synchronous=FULL: ${bareCommits().toFixed(0)} a second`);
  console.log(`bare Express POST, JSON in and out, ${IN_VOLO} at once: ${(await barePosts()).toFixed(0)} a second`);
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-bench-'));
  const { banco, daPagare } = await start(bin, dati);
  try {
    await measure(banco, daPagare);
  } finally {
    for (const processo of [...banco.portali, banco.nodo]) await stop(processo);
    banco.davanti?.close();
    await banco.postgres?.stop();
    rmSync(dati, { recursive: true, force: true });
  }
}

async function start(bin: string, dati: string): Promise<{ banco: Banco; daPagare: readonly DaPagare[] }> {
  const postgres = POSTGRES ? await avviaPostgres([]) : undefined;
  const portaPortale = await freePort();
  const env = {
    // Behind a proxy, so that each employer calls from an address of its own and meets no limit meant for one.
    TRIMESTRE_PROXY: '1',
    TRIMESTRE_DATI: dati,
    TRIMESTRE_PORTA: String(portaPortale),
    TRIMESTRE_PORTA_SIMULATORE: String(await freePort()),
    ...(postgres !== undefined && { DATABASE_URL: `${postgres.url}/postgres` }),
  };
  const impostazioni = loadImpostazioni(env);
  const app = await createApplicazione(impostazioni, { clock: { now: () => new Date() } });
  await app.migrate();
  await app.loadDemo();
  if (PASSATI > 0) {
    const paziente = openDatabase(senzaLimiti(impostazioni.database));
    await riempi(paziente, PASSATI, 2.5 * PASSATI);
    await paziente.destroy();
  }
  const daPagare = await scriviBollettini(app, CICLI);
  const { segreto: token } = await app.accesso.creaToken('bench');
  const bianchi = app.accesso.identitaSimulate().find(({ identita }) => identita.familyName === 'Bianchi');
  const cart = app.knex('bollettini').join('datori', 'datori.id', 'bollettini.datore_id');
  const [suo] = await cart
    .where({ codice_fiscale: bianchi?.identita.cf, stato: 'nel-carrello' })
    .select<{ id: string }[]>('bollettini.id');
  if (bianchi === undefined || suo === undefined) throw new Error('the demo data changed');
  await app.close();
  const run = (nome: string, comando: string, suo: Record<string, string> = {}) => {
    const execArgv = PROFILO === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(PROFILO, nome)}`];
    return fork(bin, [comando], {
      env: { ...process.env, ...env, ...suo },
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  };
  const nodo = run('nodo', 'simulatore');
  const porte = PORTALI === 1 ? [portaPortale] : await freePorts(PORTALI);
  const url = { TRIMESTRE_URL: impostazioni.urlPortale };
  const portali = porte.map((porta) => run('portale', 'serve', { TRIMESTRE_PORTA: String(porta), ...url }));
  const davanti = PORTALI === 1 ? undefined : await distribuisci(portaPortale, porte);
  await Promise.all([nodo, ...portali].map(ready));
  const lucia = { id: suo.id, codiceFiscale: bianchi.identita.cf, soggetto: bianchi.identita.subjectId };
  const banco = {
    portali,
    nodo,
    davanti,
    postgres,
    url: impostazioni.urlPortale,
    urlNodo: impostazioni.urlNodo,
    token,
    dominio: impostazioni.ente.codiceFiscale,
    database: impostazioni.database,
    lucia,
  };
  return { banco, daPagare };
}

async function freePorts(quante: number): Promise<readonly number[]> {
  const porte: number[] = [];
  for (let n = 0; n < quante; n += 1) porte.push(await freePort());
  return porte;
}

async function measure(banco: Banco, daPagare: readonly DaPagare[]): Promise<void> {
  const ritorno = await openReturn(banco);
  const cpuOf = () => [
    banco.portali.reduce((somma, uno) => somma + cpuMs(uno), 0),
    cpuMs(banco.nodo),
    cpuMs(process),
    banco.postgres === undefined ? 0 : cpuConFigliMs(banco.postgres),
  ];
  const prima = cpuOf();
  const inizio = performance.now();
  const guarda = watchReturn(ritorno);
  const memoria: string[] = [];
  let fatti = 0;
  const coda = daPagare[Symbol.iterator]();
  const persona = async (): Promise<void> => {
    for (let uno = coda.next(); uno.done !== true; uno = coda.next()) {
      await pay(banco, uno.value);
      fatti += 1;
      if (fatti % Math.ceil(CICLI / 10) === 0)
        memoria.push(`${banco.portali.map(rssMb).join('+')}/${rssMb(banco.nodo)}`);
    }
  };
  await Promise.all(Array.from({ length: IN_VOLO }, persona));
  const pagati = performance.now();
  await untilClosed(banco.database);
  const secondi = (performance.now() - inizio) / 1_000;
  const tempi = await guarda();
  const cpu = cpuOf().map((ms, i) => ((ms - (prima[i] ?? 0)) / CICLI).toFixed(2));
  console.log(`${CICLI} cycles closed in ${secondi.toFixed(1)} s: ${(CICLI / secondi).toFixed(0)} a second`);
  console.log(
    `last receipt ${((performance.now() - pagati) / 1_000).toFixed(1)} s after the last payment (the node sends RTs after 3 s)`,
  );
  const suPostgres = POSTGRES ? `, PostgreSQL ${cpu[3]} ms` : '';
  console.log(
    `CPU a cycle: ${PORTALI} portals ${cpu[0]} ms${suPostgres}, node ${cpu[1]} ms, this bench’s own ${cpu[2]} ms`,
  );
  console.log(
    `return page and its outcome, ${tempi.length} times: p50 ${at(tempi, 0.5)} ms, p99 ${at(tempi, 0.99)} ms`,
  );
  console.log(`memory in MB, portal/node, every tenth: ${memoria.join(' ')}`);
  console.log(
    `load ${loadavg()
      .map((uno) => uno.toFixed(1))
      .join(' ')}`,
  );
}

/** One cycle up to the payment: confirm, send, pay at the node. */
async function pay(banco: Banco, { id, codiceFiscale }: DaPagare): Promise<string> {
  const { consegne } = (await api(banco, codiceFiscale, '/carrello/conferma', {
    bollettini: [{ id, versione: 1 }],
  })) as {
    consegne: { id: string }[];
  };
  const inviata = (await api(banco, codiceFiscale, `/consegne/${consegne[0]?.id}/invio`)) as { url: string };
  const { url = '' } = inviata;
  if (!URL.canParse(url)) throw new Error(`not sent: ${JSON.stringify(inviata)}`);
  const idSession = new URL(url).searchParams.get('idSession') ?? '';
  await post(`${banco.urlNodo}/api/pagamenti/${idSession}/paga`, {}, {});
  return idSession;
}

function api({ url, token }: Banco, datore: string, percorso: string, corpo: unknown = {}): Promise<unknown> {
  return post(`${url}${percorsi.api}${percorso}`, corpo, {
    Authorization: `Bearer ${token}`,
    'Trimestre-Datore': datore,
    'X-Forwarded-For': addressOf(datore),
  });
}

/** A private address for each employer. */
function addressOf(datore: string): string {
  const numero = Number.parseInt(datore.replace(/\D/g, '').slice(2, 10), 10);
  return `10.${(numero >> 16) & 255}.${(numero >> 8) & 255}.${numero & 255}`;
}

/** Connections that stay open; plain HTTP, since what the customers' side costs is not what is measured. */
const CONNESSIONI = new Agent({ keepAlive: true, timeout: 2_000 });

function post(url: string, corpo: unknown, intestazioni: Record<string, string>): Promise<unknown> {
  const testo = JSON.stringify(corpo);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(testo)),
    ...intestazioni,
  };
  return new Promise((resolve, reject) => {
    const chiamata = request(url, { method: 'POST', agent: CONNESSIONI, headers }, (risposta) => {
      const pezzi: Buffer[] = [];
      risposta.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
      risposta.on('error', reject);
      risposta.on('end', () => {
        const letto = Buffer.concat(pezzi).toString();
        if ((risposta.statusCode ?? 500) < 300) resolve(JSON.parse(letto));
        else reject(new Error(`${url}: ${String(risposta.statusCode)} ${letto}`));
      });
    });
    chiamata.on('error', reject);
    chiamata.end(testo);
  });
}

/** A person's way back: her cookie, and the address the node sent her to. */
async function openReturn(banco: Banco): Promise<{ readonly url: string; readonly cookie: string }> {
  const idSession = await pay(banco, banco.lucia);
  const pagina = await fetch(banco.url + percorsi.accesso);
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await pagina.text())?.[1] ?? '';
  const entrata = await fetch(banco.url + percorsi.accessoIdentita, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(pagina) },
    body: new URLSearchParams({ _csrf, soggetto: banco.lucia.soggetto }),
  });
  const parametri = new URLSearchParams({ idSession, idDominio: banco.dominio, esito: 'DIFFERITO' });
  return { url: `${banco.url}${percorsi.ritorno}?${parametri.toString()}`, cookie: cookieOf(entrata) };
}

function cookieOf(risposta: Response): string {
  return risposta.headers
    .getSetCookie()
    .map((uno) => uno.split(';')[0])
    .join('; ');
}

/** Comes back again and again; resolves to how long each took, redirect included. */
function watchReturn({ url, cookie }: { readonly url: string; readonly cookie: string }): () => Promise<number[]> {
  const tempi: number[] = [];
  let ferma = false;
  const giro = (async () => {
    while (!ferma) {
      const inizio = performance.now();
      const risposta = await fetch(url, { headers: { cookie } });
      const testo = await risposta.text();
      tempi.push(performance.now() - inizio);
      if (!risposta.ok || !/Pagato|In attesa/.test(testo)) throw new Error(`the return page is ${risposta.status}`);
      await new Promise((poi) => setTimeout(poi, PAUSA_RITORNO_MS));
    }
  })();
  // Whatever else fails is told first.
  giro.catch(() => undefined);
  return async () => {
    ferma = true;
    await giro;
    return tempi.sort((a, b) => a - b);
  };
}

async function untilClosed(database: Database): Promise<void> {
  const knex = openDatabase(database);
  const quanti = async (tabella: string, dove: string): Promise<number> => {
    const [riga] = await knex(tabella).whereRaw(dove).count<{ n: number }[]>({ n: '*' });
    return Number(riga?.n);
  };
  const restano = () => quanti('tentativi', "stato <> 'eseguito' AND creato_il > '2026-11-01'");
  const mancano = async () => CICLI + PASSATI - (await quanti('incassi', "natura = 'dovuto'"));
  for (let giro = 0; (await restano()) !== 0 || (await mancano()) > 0; giro += 1) {
    if (giro > 3_000) throw new Error(`${await restano()} payments never closed`);
    await new Promise((poi) => setTimeout(poi, 100));
  }
  await knex.destroy();
}

function bareCommits(): number {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-commit-'));
  const db = new Sqlite(join(cartella, 'commit.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE uno (id INTEGER PRIMARY KEY, testo TEXT) STRICT');
  const inserisci = db.prepare('INSERT INTO uno (testo) VALUES (?)');
  const inizio = performance.now();
  let quanti = 0;
  for (; performance.now() - inizio < 2_000; quanti += 1) inserisci.run('un commit');
  const alSecondo = (quanti * 1_000) / (performance.now() - inizio);
  db.close();
  rmSync(cartella, { recursive: true });
  return alSecondo;
}

async function barePosts(): Promise<number> {
  const programma = `import express from 'express'; const app = express(); app.use(express.json());
    app.post('/', (req, res) => res.json({ eco: req.body }));
    const s = app.listen(0, '127.0.0.1', () => process.send(s.address().port));`;
  const processo = fork('-', {
    cwd: packagePath('.'),
    execArgv: ['--input-type=module', '-e', programma],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const porta = await new Promise<unknown>((poi) => processo.once('message', poi));
  const fine = performance.now() + 2_000;
  let quanti = 0;
  const uno = async (): Promise<void> => {
    for (; performance.now() < fine; quanti += 1) await post(`http://127.0.0.1:${String(porta)}/`, { a: 1 }, {});
  };
  await Promise.all(Array.from({ length: IN_VOLO }, uno));
  processo.kill();
  return quanti / 2;
}

function at(ordinati: readonly number[], parte: number): string {
  return (ordinati[Math.min(ordinati.length - 1, Math.floor(ordinati.length * parte))] ?? 0).toFixed(0);
}

await main();
