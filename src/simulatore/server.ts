import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { scriviSoapFault } from '../pagopa/soap/busta.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { openArchivio } from './archivio/archivio.ts';
import { loadCatalogoPsp } from './catalogo/psp.ts';
import { createPianificatore } from './consegna/pianificatore.ts';
import type { Contesto } from './contesto.ts';
import { OPERAZIONI_PA } from './nodo/operazioni.ts';
import { rotteSoap } from './nodo/rotte-soap.ts';
import { configurazione, type OpzioniSimulatore } from './opzioni.ts';
import { createOrologio, type Orologio } from './orologio.ts';
import { intestazioniSicure } from './pagine/intestazioni.ts';
import { rotteStatici } from './pagine/statici.ts';
import { createViste, type Viste } from './pagine/viste.ts';
import { rottePagamento } from './pagine/wallet/rotte-pagamento.ts';
import { rotteScelta } from './pagine/wallet/rotte-scelta.ts';
import { caricaRegole, createRegole, type Regole } from './scenari/regole.ts';
import { loadCatalogoScenari } from './scenari/scenario.ts';
import { createSorte } from './sorte.ts';

/** Path of the node's SOAP endpoint under its base URL; any further segment is accepted. */
export const PERCORSO_NODO = '/webservices/input';

export interface Simulatore {
  readonly app: Express;
  readonly orologio: Orologio;
  readonly regole: Regole;
  /** Starts listening; resolves to where. */
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  /** Stops taking calls, lets the deliveries under way end, closes the database. */
  close(): Promise<void>;
}

/** The simulated node: its own database, endpoints, pages and scheduler. Nothing listens until `listen`. */
export function createSimulatore(opzioni: OpzioniSimulatore): Simulatore {
  const config = configurazione(opzioni);
  const archivio = openArchivio(config.dbFile);
  const scenari = loadCatalogoScenari();
  const sorte = createSorte(config.seme);
  if (opzioni.fileScenari !== undefined) caricaRegole(archivio.db, scenari, opzioni.fileScenari);
  const orologio = createOrologio(config.clock, archivio.db, () => pianificatore.sveglia());
  const regole = createRegole(archivio.db, scenari, sorte);
  let baseUrl = opzioni.baseUrl ?? `http://localhost:${config.port}`;
  const contesto: Contesto = {
    configurazione: config,
    archivio,
    orologio,
    sorte,
    psp: loadCatalogoPsp(),
    scenari,
    regole,
    baseUrl: () => baseUrl,
    sveglia: () => pianificatore.sveglia(),
  };
  const pianificatore = createPianificatore(contesto);
  const app = createApp(contesto);
  const server = createServer(app);
  return {
    app,
    orologio,
    regole,
    async listen() {
      server.listen(config.port, config.host);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      baseUrl = opzioni.baseUrl ?? `http://localhost:${port}`;
      pianificatore.sveglia();
      return { port, url: baseUrl };
    },
    async close() {
      await closeServer(server);
      await pianificatore.ferma();
      archivio.close();
    },
  };
}

/** Creates and starts the simulator. */
export async function startSimulatore(
  opzioni: OpzioniSimulatore,
): Promise<Pick<Simulatore, 'close' | 'orologio' | 'regole'> & { readonly port: number; readonly url: string }> {
  const simulatore = createSimulatore(opzioni);
  try {
    const dove = await simulatore.listen();
    return { ...dove, close: () => simulatore.close(), orologio: simulatore.orologio, regole: simulatore.regole };
  } catch (errore) {
    await simulatore.close();
    throw errore;
  }
}

function createApp(contesto: Contesto): Express {
  const app = express();
  const viste = createViste();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(PERCORSO_NODO, rotteSoap(contesto, OPERAZIONI_PA));
  app.use(PERCORSO_NODO, soapErrori(contesto));
  app.use('/statici', rotteStatici());
  app.use(intestazioniSicure(contesto.configurazione.stazioni));
  app.use(express.urlencoded({ extended: false, limit: '16kb' }));
  app.use('/wallet', rotteScelta({ contesto, viste }), rottePagamento({ contesto, viste }));
  app.use(
    (_req, res) =>
      void res
        .status(404)
        .type('html')
        .send(viste('errore', 'it', { chiave: 'non-trovato' })),
  );
  app.use(pagineErrori(contesto, viste));
  return app;
}

function soapErrori(contesto: Contesto): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    const stato = statoHttp(errore);
    if (stato === 500) contesto.configurazione.log(`SOAP: ${String(errore)}`);
    res.status(500).type('text/xml; charset=utf-8');
    res.send(
      scriviSoapFault(stato === 500 ? 'Server' : 'Client', stato === 413 ? 'messaggio troppo grande' : 'errore'),
    );
  };
}

function pagineErrori(contesto: Contesto, viste: Viste): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    const stato = statoHttp(errore);
    if (stato === 500) contesto.configurazione.log(`pagina: ${String(errore)}`);
    const chiave = stato === 404 ? 'non-trovato' : stato === 500 ? 'guasto' : 'richiesta';
    res
      .status(stato)
      .type('html')
      .send(viste('errore', 'it', { chiave }));
  };
}

function statoHttp(errore: unknown): number {
  if (errore instanceof ErroreDati) return errore.statoHttp;
  const stato = (errore as { readonly status?: unknown } | null)?.status;
  return typeof stato === 'number' && stato >= 400 && stato < 500 ? stato : 500;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const chiuso = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
  await chiuso;
}
