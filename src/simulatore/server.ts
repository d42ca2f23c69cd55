import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { guardLines } from '../ascolto/linee.ts';
import { createApp, PERCORSO_NODO } from './app.ts';
import { openArchivio } from './archivio/archivio.ts';
import { createScritturaDiGruppo } from './archivio/scrittura-di-gruppo.ts';
import { loadCatalogoPsp } from './catalogo/psp.ts';
import { createPianificatore } from './consegna/pianificatore.ts';
import type { Contesto } from './contesto.ts';
import { type Configurazione, configurazione, type OpzioniSimulatore } from './opzioni.ts';
import { createOrologio, type Orologio } from './orologio.ts';
import { createRegistro } from './registro.ts';
import { leggiFileScenari, unisciStazioni } from './scenari/file-scenari.ts';
import { caricaRegole, createRegole, type Regole } from './scenari/regole.ts';
import { loadCatalogoScenari } from './scenari/scenario.ts';
import { createSorte } from './sorte.ts';
import { OperazioniInCorso } from './sportello/operazioni-in-corso.ts';

export { PERCORSO_CHECKOUT, PERCORSO_NODO } from './app.ts';

export interface Simulatore {
  readonly app: Express;
  readonly orologio: Orologio;
  readonly regole: Regole;
  /** Starts listening; resolves to where. */
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  /** Stops taking calls, lets the deliveries under way end, closes the database. */
  close(): Promise<void>;
}

/**
 * The simulated node: its own database, endpoints, pages and scheduler. Nothing listens until `listen`.
 * @throws ErroreDati when the file of scenarios is wrong
 */
export function createSimulatore(opzioni: OpzioniSimulatore): Simulatore {
  const { fileScenari } = opzioni;
  const delFile = fileScenari === undefined ? undefined : leggiFileScenari(fileScenari);
  const config = configurazione({
    ...opzioni,
    stazioni: unisciStazioni(opzioni.stazioni, delFile?.stazioni ?? []),
  });
  const scenari = loadCatalogoScenari();
  const archivio = openArchivio(config.dbFile);
  try {
    if (delFile !== undefined) caricaRegole(archivio.db, scenari, fileScenari ?? '', delFile.regole);
  } catch (errore) {
    archivio.close();
    throw errore;
  }
  const scrivi = createScritturaDiGruppo(archivio);
  const orologio = createOrologio(config.clock, archivio.db, () => pianificatore.sveglia());
  const sorte = createSorte(config.seme);
  const regole = createRegole(archivio.db, scenari, sorte);
  const dove = { port: config.port, baseUrl: opzioni.baseUrl ?? `http://localhost:${config.port}` };
  const contesto: Contesto = {
    configurazione: config,
    archivio,
    orologio,
    sorte,
    operazioni: new OperazioniInCorso(),
    psp: loadCatalogoPsp(),
    scenari,
    regole,
    registro: createRegistro(archivio.db, () => orologio.ora(), config.registraMessaggi, scrivi),
    scrivi,
    baseUrl: () => dove.baseUrl,
    urlLocale: () => `http://${indirizzoLocale(config)}:${dove.port}${PERCORSO_NODO}`,
    sveglia: () => pianificatore.sveglia(),
  };
  const pianificatore = createPianificatore(contesto);
  const app = createApp(contesto);
  const server = createServer(app);
  guardLines(server, { dietroProxy: false });
  return {
    app,
    orologio,
    regole,
    async listen() {
      server.listen(config.port, config.host);
      await once(server, 'listening');
      dove.port = (server.address() as AddressInfo).port;
      dove.baseUrl = opzioni.baseUrl ?? `http://localhost:${dove.port}`;
      pianificatore.sveglia();
      return { port: dove.port, url: dove.baseUrl };
    },
    async close() {
      await closeServer(server);
      await pianificatore.ferma();
      await scrivi(() => undefined);
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
    return {
      ...dove,
      close: () => simulatore.close(),
      orologio: simulatore.orologio,
      regole: simulatore.regole,
    };
  } catch (errore) {
    await simulatore.close();
    throw errore;
  }
}

/** An address of this machine at which a server that listens on `host` answers. */
function indirizzoLocale({ host }: Configurazione): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const chiuso = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
  await chiuso;
}
