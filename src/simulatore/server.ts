import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { guardLines } from '../ascolto/linee.ts';
import { createApp, PERCORSO_NODO } from './app.ts';
import { openArchivio } from './archivio/archivio.ts';
import type { Db } from './archivio/schema.ts';
import { createScritturaDiGruppo } from './archivio/scrittura-di-gruppo.ts';
import { loadCatalogoPsp } from './catalogo/psp.ts';
import { createPianificatore } from './consegna/pianificatore.ts';
import type { Contesto } from './contesto.ts';
import { type Configurazione, configurazione, type OpzioniSimulatore, type StazioneSimulata } from './opzioni.ts';
import type { Lingua } from './pagine/lingue.ts';
import { createOrologio, type Orologio } from './orologio.ts';
import { ENTI, stazioneDiProva } from './prova/enti-di-prova.ts';
import { benvenuto } from './prova/benvenuto.ts';
import { createRegistro } from './messaggi/registro.ts';
import { type FileScenari, leggiFileScenari, unisciStazioni } from './scenari/file-scenari.ts';
import { caricaRegole, createRegole, type Regole } from './scenari/regole.ts';
import { createScenariNoti } from './scenari/scenari-noti.ts';
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
  /** What to tell who has just started it: where it answers and, with examples, how to try each model. */
  benvenuto(lingua: Lingua, conEsempi: boolean): readonly string[];
  /** Stops taking calls, lets the deliveries under way end, closes the database. */
  close(): Promise<void>;
}

/**
 * The simulated node: its own database, endpoints, pages and scheduler. Nothing listens until `listen`.
 * @throws ErroreDati when the file of scenarios, or of PSPs, is wrong
 */
export function createSimulatore(opzioni: OpzioniSimulatore): Simulatore {
  const { fileScenari } = opzioni;
  const delFile = fileScenari === undefined ? undefined : leggiFileScenari(fileScenari);
  const dove = { port: opzioni.port, baseUrl: opzioni.baseUrl ?? `http://localhost:${opzioni.port}` };
  const locale = (): string => `http://${indirizzoLocale(config)}:${dove.port}`;
  const config = configurazione({
    ...opzioni,
    stazioni: tutteLeStazioni(opzioni, delFile, { locale, pubblico: () => dove.baseUrl }),
  });
  const psp = loadCatalogoPsp(opzioni.filePsp);
  const archivio = openArchivio(config.dbFile);
  try {
    if (delFile !== undefined) caricaFile(archivio.db, fileScenari ?? '', delFile);
  } catch (errore) {
    archivio.close();
    throw errore;
  }
  const scrivi = createScritturaDiGruppo(archivio, config.attesaArchivioMs);
  const orologio = createOrologio(config.clock, archivio.db, () => pianificatore.sveglia());
  const sorte = createSorte(config.seme);
  const scenari = createScenariNoti(archivio.db, loadCatalogoScenari());
  const regole = createRegole(archivio.db, scenari.tutti, sorte, scrivi);
  const contesto: Contesto = {
    configurazione: config,
    archivio,
    orologio,
    sorte,
    operazioni: new OperazioniInCorso(),
    psp,
    scenari,
    regole,
    registro: createRegistro(archivio.db, () => orologio.ora(), config.registraMessaggi, scrivi),
    scrivi,
    baseUrl: () => dove.baseUrl,
    urlLocale: () => `${locale()}${PERCORSO_NODO}`,
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
    benvenuto: (lingua, conEsempi) => benvenuto(contesto, PERCORSO_NODO, lingua, conEsempi),
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
): Promise<
  Pick<Simulatore, 'benvenuto' | 'close' | 'orologio' | 'regole'> & { readonly port: number; readonly url: string }
> {
  const simulatore = createSimulatore(opzioni);
  try {
    const dove = await simulatore.listen();
    return {
      ...dove,
      benvenuto: (...come) => simulatore.benvenuto(...come),
      close: () => simulatore.close(),
      orologio: simulatore.orologio,
      regole: simulatore.regole,
    };
  } catch (errore) {
    await simulatore.close();
    throw errore;
  }
}

/** Those given, those of the file, and the creditors of the simulator's own that nobody has redefined. */
function tutteLeStazioni(
  { stazioni }: OpzioniSimulatore,
  delFile: FileScenari | undefined,
  dove: Parameters<typeof stazioneDiProva>[1],
): readonly StazioneSimulata[] {
  const date = unisciStazioni(stazioni, delFile?.stazioni ?? []);
  const enti = new Set(date.map(({ idDominio }) => idDominio));
  const proprie = ENTI.filter(({ codice }) => !enti.has(codice));
  return [...date, ...proprie.map((ente) => stazioneDiProva(ente, dove))];
}

/** The scenarios of a file are saved, its rules take the place of those of an earlier file. */
function caricaFile(db: Db, file: string, { scenari, regole }: FileScenari): void {
  const noti = createScenariNoti(db, loadCatalogoScenari());
  for (const [nome, dati] of Object.entries(scenari)) noti.salva(nome, dati);
  caricaRegole(db, noti.tutti, file, regole);
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
