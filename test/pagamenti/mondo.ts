import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { daNodo } from './da-nodo.ts';
import type { Contesto } from '../../src/accesso/contesto.ts';
import type { RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { type Impostazioni, loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { createSimulatore, type Simulatore } from '../../src/simulatore/server.ts';
import { clockDiProva, migratedFile, nuovoRapporto } from '../archivio/archivio-di-prova.ts';
import { contestoIdentita } from '../bollettini/ambiente.ts';

const SEGRETO = 'segreto-di-prova-del-mondo';

/** Creditor and simulated node, each with its database, talking over HTTP, in one time that only the test moves. */
export interface Mondo {
  readonly clock: ReturnType<typeof clockDiProva>;
  /** The services now running: another one after a restart. */
  readonly app: Applicazione;
  readonly simulatore: Simulatore;
  readonly urlNodo: string;
  readonly datore: Contesto;
  readonly rapporto: RapportoDiLavoro;
  /** Moves time for both. */
  passano(minuti: number): Promise<void>;
  /** Waits until the node has nothing due. */
  quiete(): Promise<void>;
  riavviaEnte(): Promise<void>;
  /** The creditor does not answer while the node does all it has to. */
  enteFermoPer(minuti: number): Promise<void>;
  /** So many answers of the creditor to the node's next messages get lost after it did what they asked. */
  perdiRisposte(quante: number): void;
  /** What PSPs took, as the node's own database has it. */
  incassiDelNodo(): readonly IncassoDelNodo[];
  riavviaNodo(): Promise<void>;
  /** The simulator's API. */
  api(metodo: 'GET' | 'POST' | 'DELETE', percorso: string, corpo?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface IncassoDelNodo {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
}

/** @param modello how PSPs pay notices: in the notice model, or in the first (paaVerificaRPT, paaAttivaRPT, an RPT and its RT) */
export async function creaMondo(
  consegna: Impostazioni['consegna'] = 'carrello-rpt',
  modello: 'avvisi' | 'rpt' = 'avvisi',
  variabili: Readonly<Record<string, string>> = {},
): Promise<Mondo> {
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-mondo-'));
  writeFileSync(join(dati, 'trimestre.sqlite'), await migratedFile());
  const clock = clockDiProva();
  let app: Applicazione | undefined;
  let daPerdere = 0;
  const porta = createServer((req, res) => {
    const pezzi: Buffer[] = [];
    req.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    req.on('end', () => {
      const servizio = app;
      if (servizio === undefined) return void res.writeHead(503).end();
      daNodo(servizio.pagamenti, Buffer.concat(pezzi).toString('utf8')).then(
        (soap) => {
          if (daPerdere > 0) {
            daPerdere -= 1;
            return void res.destroy();
          }
          return void res.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' }).end(soap);
        },
        () => res.writeHead(500).end(),
      );
    });
  });
  const urlEnte = await listen(porta);
  const letta = loadImpostazioni({
    TRIMESTRE_DATI: dati,
    TRIMESTRE_SEGRETO_NODO: SEGRETO,
    TRIMESTRE_CONSEGNA: consegna,
    ...variabili,
  });
  const { ente } = letta;
  let portaNodo = 0;
  const newSimulatore = () =>
    createSimulatore({
      port: portaNodo,
      dbFile: join(dati, 'nodo.sqlite'),
      clock,
      ritardoRtMs: 0,
      // An RT that was given up can be asked for; a notice's receipt cannot, so its node does not give up so soon.
      ritentativiMs: Array<number>(modello === 'rpt' ? 1 : 40).fill(20),
      timeoutMs: 5_000,
      registraMessaggi: false,
      stazioni: [
        {
          idDominio: ente.codiceFiscale,
          denominazione: ente.denominazione,
          intermediario: ente.intermediario,
          stazione: ente.stazione,
          password: ente.password,
          urlRt: urlEnte,
          ...(modello === 'rpt' ? { urlAttivazione: urlEnte } : { urlAvvisi: urlEnte, versioneAvvisi: 2 as const }),
          urlRitorno: `${urlEnte}/ritorno`,
          segreto: SEGRETO,
          ibanCensiti: [ente.iban],
        },
      ],
    });
  let simulatore = newSimulatore();
  const { port, url } = await simulatore.listen();
  portaNodo = port;
  const lettura = new Sqlite(join(dati, 'nodo.sqlite'), { readonly: true });
  const impostazioni: Impostazioni = { ...letta, urlNodo: url, urlPortale: urlEnte };
  const openApp = () => createApplicazione(impostazioni, { clock });
  app = await openApp();
  const rapporto = await app.registro.registra(nuovoRapporto());
  const aperta = (): Applicazione => {
    if (app === undefined) throw new Error('the creditor is down');
    return app;
  };

  const mondo: Mondo = {
    clock,
    get app() {
      return aperta();
    },
    get simulatore() {
      return simulatore;
    },
    urlNodo: url,
    datore: contestoIdentita(rapporto.datoreId),
    rapporto,
    async passano(minuti) {
      clock.set(new Date(clock.now().getTime() + minuti * 60_000).toISOString());
      simulatore.orologio.sposta(0);
      await mondo.quiete();
    },
    async quiete() {
      const inAttesa = lettura.prepare("SELECT count(*) FROM attivita WHERE stato = 'attesa' AND quando <= ?").pluck();
      for (let giro = 0; giro < 5_000; giro += 1) {
        // A turn of the loop at least: the node looks at its clock in one, and writes what it finds at that turn's end.
        await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => setImmediate(resolve));
        if (inAttesa.get(clock.now().getTime()) === 0) return;
      }
      throw new Error('the node does not come to rest');
    },
    async enteFermoPer(minuti) {
      const prima = aperta();
      app = undefined;
      await prima.close();
      await mondo.passano(minuti);
      app = await openApp();
    },
    perdiRisposte: (quante) => {
      daPerdere = quante;
    },
    incassiDelNodo: () =>
      lettura.prepare<[], IncassoDelNodo>('SELECT iuv, iur, indice, importo FROM incasso ORDER BY id').all(),
    async riavviaEnte() {
      const prima = aperta();
      app = undefined;
      await prima.close();
      app = await openApp();
    },
    async riavviaNodo() {
      await simulatore.close();
      simulatore = newSimulatore();
      await simulatore.listen();
      await forgetConnections(url);
    },
    async api(metodo, percorso, corpo) {
      const risposta = await fetch(`${url}/api/${percorso}`, {
        method: metodo,
        headers: { 'Content-Type': 'application/json' },
        ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
      });
      if (!risposta.ok) throw new Error(`${percorso}: ${risposta.status} ${await risposta.text()}`);
      return risposta.status === 204 ? undefined : risposta.json();
    },
    async close() {
      await simulatore.close();
      await aperta().close();
      lettura.close();
      porta.closeAllConnections();
      await new Promise((resolve) => porta.close(resolve));
      rmSync(dati, { recursive: true });
    },
  };
  return mondo;
}

/** Connections kept open to a server that restarted fail at their next use: here they are used up. */
async function forgetConnections(url: string): Promise<void> {
  for (let buone = 0, prove = 0; buone < 10 && prove < 50; prove += 1) {
    buone += await fetch(`${url}/api/orologio`).then(
      async (risposta) => (await risposta.text(), 1),
      () => 0,
    );
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
