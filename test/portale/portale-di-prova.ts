import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import request, { type Agent, type Response } from 'supertest';
import type { CodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { loadSegreti, type Segreti } from '../../src/impostazioni/segreti.ts';
import type { NodoFlussi } from '../../src/pagamenti/flussi.ts';
import type { NodoClient } from '../../src/pagopa/nodo-client.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { LIMITI, type Limiti } from '../../src/portale/http/rate-limits.ts';
import { SessionStore } from '../../src/portale/http/session-store.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { createPortale } from '../../src/portale/portale.ts';

const ADESSO = '2026-11-22T10:00:00Z';

/** The portal over a database of its own with the demo data, and a node that takes every cart. */
export interface PortaleDiProva {
  readonly app: Applicazione;
  readonly segreti: Segreti;
  /** The portal itself, for who wants to listen with it or to know its routes. */
  readonly portale: Express;
  /** Carts the node was sent. */
  readonly carrelli: string[];
  /** Every line of the log. */
  readonly righe: string[];
  browser(): Agente;
  close(): Promise<void>;
}

/** The codice fiscale of one of the invented employers, by surname. */
export function codiceFiscaleDi(app: Applicazione, cognome: string): string {
  const trovata = app.accesso.identitaSimulate().find(({ identita }) => identita.familyName === cognome);
  if (trovata === undefined) throw new Error(`nobody is called ${cognome}`);
  return trovata.identita.cf;
}

/** The codice fiscale of the worker of a rapporto: a good one, and no employer's. */
export async function lavoratoreDi(app: Applicazione, codiceRapporto: string): Promise<string> {
  const riga = await app.registro.rapportoConCodice(codiceRapporto as CodiceRapporto);
  if (riga === undefined) throw new Error(`no rapporto ${codiceRapporto}`);
  return riga.lavoratore.codiceFiscale;
}

/** A browser without a screen: keeps cookies, and puts the page's token in what it posts. */
export class Agente {
  readonly agent: Agent;
  constructor(agent: Agent) {
    this.agent = agent;
  }

  /** Comes in as one of the invented people, by surname; `dove` is the page that they come to. */
  async enter(app: Applicazione, cognome: string, dove: string = percorsi.daFare): Promise<this> {
    const scelta = app.accesso.identitaSimulate().find(({ identita }) => identita.familyName === cognome);
    if (scelta === undefined) throw new Error(`nobody is called ${cognome}`);
    const risposta = await this.post(percorsi.accessoIdentita, { soggetto: scelta.identita.subjectId });
    if (risposta.headers['location'] !== dove) throw new Error(`not in: ${risposta.status}`);
    return this;
  }

  async get(percorso: string): Promise<Response> {
    return this.agent.get(percorso);
  }

  /**
   * Posts a form with the token of the page `da` (by default the way in, which gives one to anybody), and goes on to its answer
   * where that has an address of its own.
   */
  async post(
    percorso: string,
    campi: Record<string, string | string[]>,
    da: string = percorsi.accesso,
  ): Promise<Response> {
    const _csrf = await this.token(da);
    const risposta = await this.agent
      .post(percorso)
      .type('form')
      .send({ _csrf, ...campi });
    const dove = String(risposta.headers['location'] ?? '');
    return /[?&]risposta=/.test(dove) ? this.agent.get(dove.replace(/#.*/, '')) : risposta;
  }

  async token(da: string = percorsi.accesso): Promise<string> {
    const pagina = await this.agent.get(da);
    const token = /name="_csrf" value="([^"]+)"/.exec(pagina.text)?.[1];
    if (token === undefined) throw new Error(`no token on ${da}: ${pagina.status}`);
    return token;
  }

  /** The ids of the bollettini in the cart, as the page links them. */
  async bollettini(): Promise<string[]> {
    const pagina = await this.agent.get(percorsi.bollettini);
    return [...pagina.text.matchAll(/href="\/bollettini\/([\w-]{36})"/g)].map((trovato) => trovato[1] ?? '');
  }

  /** What the review page would send: `id:versione` of each. */
  async voci(): Promise<string[]> {
    const pagina = await this.agent.get(percorsi.riepilogo);
    return [...pagina.text.matchAll(/name="bollettino" value="([^"]+)"/g)].map((trovato) => trovato[1] ?? '');
  }
}

/**
 * @param opzioni `ambiente`: settings beside the archive's place, as the process would be given them; `adesso`: an instant, for a
 *   clock that is moved
 */
export async function startPortaleDiProva(
  opzioni: {
    readonly limiti?: Limiti;
    readonly ambiente?: Readonly<Record<string, string>>;
    readonly adesso?: () => string;
  } = {},
): Promise<PortaleDiProva> {
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-portale-'));
  const lette = loadImpostazioni({ ...opzioni.ambiente, TRIMESTRE_DATI: dati });
  const segreti = loadSegreti(lette);
  const carrelli: string[] = [];
  const app = await createApplicazione(
    { ...lette, segretoNodo: segreti.nodo },
    {
      clock: { now: () => new Date(opzioni.adesso?.() ?? ADESSO) },
      nodo: createNodo(lette.urlNodo, carrelli),
      attesaBloccoMs: 1_000,
    },
  );
  await app.migrate();
  await app.loadDemo();
  return { ...openPortale(app, segreti, dati, { limiti: opzioni.limiti }), app, segreti, carrelli };
}

/** What a portal of any kind is opened with: its own log, session store and browsers; closing it removes its folder. */
export function openPortale(
  app: Applicazione,
  segreti: Segreti,
  dati: string,
  altro: { readonly limiti?: Limiti | undefined; readonly codiceInizio?: string },
): Pick<PortaleDiProva, 'portale' | 'righe' | 'browser' | 'close'> {
  const { limiti = { ...LIMITI, accessiAlMinuto: 10_000 }, ...resto } = altro;
  const righe: string[] = [];
  const log = createLog('info', { write: (riga) => righe.push(riga) });
  const store = new SessionStore(app, (errore) => log.error({ errore }, 'archivio delle sessioni'));
  const portale = createPortale({ app, log, limiti, ...resto }, { store, segreto: segreti.sessione });
  return {
    portale,
    righe,
    browser: () => new Agente(request.agent(portale)),
    close: async () => {
      store.stop();
      await app.close();
      rmSync(dati, { recursive: true, force: true });
    },
  };
}

function createNodo(urlNodo: string, carrelli: string[]): NodoClient & NodoFlussi {
  const ignota = { faultCode: 'PPT_RPT_SCONOSCIUTA', faultString: 'RPT sconosciuta', id: 'NodoDeiPagamentiSPC' };
  return {
    inviaCarrelloRpt: (idCarrello) => {
      carrelli.push(idCarrello);
      return Promise.resolve({ esito: 'OK', url: `${urlNodo}/wallet/welcome?idSession=${idCarrello}` });
    },
    inviaRpt: () => Promise.resolve({ esito: 'OK' }),
    chiediStatoRpt: () => Promise.resolve(ignota),
    chiediCopiaRt: () => Promise.resolve(ignota),
    chiediElencoFlussi: () => Promise.resolve([]),
    chiediFlusso: () => Promise.resolve(ignota),
  };
}
