import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { expect } from 'vitest';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { loadSegreti } from '../../src/impostazioni/segreti.ts';
import type { EventoRegistrato } from '../../src/pagamenti/giornale-eventi.ts';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { type InviaHttp, inviaHttp } from '../../src/pagopa/invia-http.ts';
import { createNodoClient, type NodoClientSoap } from '../../src/pagopa/nodo-client-soap.ts';
import { startPortale } from '../../src/portale/avvio.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { LIMITI } from '../../src/portale/http/rate-limits.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { createSimulatore, PERCORSO_NODO, type Simulatore } from '../../src/simulatore/server.ts';
import { freePort } from '../impianto/free-port.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { Agente } from '../portale/portale-di-prova.ts';
import { cittadino, type Cittadino, ritornoDi } from '../simulatore/cittadino.ts';
import { finche } from '../simulatore/banco.ts';

/** A procedure's evidence goes into this folder, one a procedure, when it is asked for from outside. */
const CARTELLA_EVIDENZE = process.env['TRIMESTRE_EVIDENZE'];
const INIZIO = Date.parse('2026-11-20T10:00:00Z');

/** The creditor's portal and the node as they run, over HTTP, with one person at the browser. */
export interface Banco {
  readonly app: Applicazione;
  readonly simulatore: Simulatore;
  readonly urlNodo: string;
  /** The creditor's client of the node, for what no page asks. */
  readonly nodo: NodoClientSoap;
  readonly io: Agente;
  /** The bollettini that are in the person's cart at the start: three. */
  readonly nelCarrello: readonly string[];
  /** Confirms so many bollettini of the cart and goes on to pagoPA; gives the session, or the page that says why not. */
  vaiAPagare(quanti: number): Promise<{ readonly alNodo: Cittadino; readonly pagina: Response }>;
  /** The browser follows the link back to the creditor, where the outcome is shown. */
  torna(pagina: { readonly html: string; readonly stato: number; readonly percorso: string }): Promise<Ritorno>;
  passano(minuti: number): Promise<void>;
  api(percorso: string, corpo: unknown): Promise<unknown>;
  /** Waits for so many bollettini in this state. */
  attendi(stato: 'pagato' | 'nel-carrello', quanti: number): Promise<void>;
  /** The messages of these operations, valid against all the schemas; kept as evidence of the procedure. */
  evidenze(
    procedura: string,
    operazioni: readonly string[],
    altre?: Readonly<Record<string, string | Buffer>>,
  ): Promise<readonly Messaggio[]>;
  close(): Promise<void>;
}

type Messaggio = Pick<EventoRegistrato, 'tipo' | 'sottotipo' | 'esito' | 'messaggio'>;

export interface Ritorno {
  readonly esito: string | null;
  readonly testo: string;
}

export async function apriBanco(
  opzioni: {
    readonly modello?: 'avvisi' | 'rpt';
    readonly consegna?: 'carrello-rpt' | 'checkout';
    readonly ibanCensiti?: readonly string[];
  } = {},
): Promise<Banco> {
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-procedure-'));
  let adesso = INIZIO;
  const clock = { now: () => new Date(adesso) };
  const lette = loadImpostazioni({
    TRIMESTRE_DATI: dati,
    TRIMESTRE_PORTA: String(await freePort()),
    TRIMESTRE_PORTA_SIMULATORE: String(await freePort()),
    TRIMESTRE_CONSEGNA: opzioni.consegna ?? 'carrello-rpt',
  });
  const segreti = loadSegreti(lette);
  const impostazioni = { ...lette, segretoNodo: segreti.nodo };
  const { ente, urlPortale, urlNodo } = impostazioni;
  const avvisi = urlPortale + percorsi.riceviAvvisi;
  const simulatore = createSimulatore({
    port: impostazioni.portaSimulatore,
    baseUrl: urlNodo,
    dbFile: join(dati, 'simulatore.sqlite'),
    clock,
    ritardoRtMs: 0,
    stazioni: [
      {
        idDominio: ente.codiceFiscale,
        denominazione: ente.denominazione,
        intermediario: ente.intermediario,
        stazione: ente.stazione,
        password: ente.password,
        urlRt: urlPortale + percorsi.riceviRt,
        ...(opzioni.modello === 'rpt' ? { urlAttivazione: avvisi } : { urlAvvisi: avvisi }),
        urlRitorno: urlPortale + percorsi.ritorno,
        segreto: segreti.nodo,
        ibanCensiti: opzioni.ibanCensiti ?? [ente.iban],
      },
    ],
  });
  await simulatore.listen();
  const app = await createApplicazione(impostazioni, { clock });
  await app.migrate();
  await app.loadDemo();
  const limiti = { ...LIMITI, accessiAlMinuto: 10_000 };
  const portale = await startPortale(app, segreti, { log: createLog('silent'), limiti });
  const io = await new Agente(request.agent(urlPortale)).enter(app, 'Ferrari');
  const nelCarrello = await io.bollettini();
  const prima = (await app.operatori.giornale({})).at(-1)?.numero ?? 0;
  const diretti: Messaggio[] = [];
  const banco: Banco = {
    app,
    simulatore,
    urlNodo,
    nodo: createNodoClient({
      url: urlNodo + PERCORSO_NODO,
      ente,
      timeoutMs: 20_000,
      segreto: segreti.nodo,
      invia: invioInto(diretti),
    }),
    io,
    nelCarrello,
    async vaiAPagare(quanti) {
      const voci = (await io.voci()).slice(0, quanti);
      expect(voci).toHaveLength(quanti);
      const confermata = await io.post(percorsi.conferma, { bollettino: voci }, percorsi.riepilogo);
      const consegna = confermata.headers['location'] ?? '';
      const inviata = await io.post(`${consegna}/prosegui`, {}, consegna);
      const dove = new URL(inviata.headers['location'] ?? '', urlPortale);
      return {
        alNodo: cittadino(urlNodo, dove.searchParams.get('idSession') ?? ''),
        pagina: await io.get(consegna),
      };
    },
    async torna(pagina) {
      const indirizzo = ritornoDi(pagina);
      const risposta = await io.get(indirizzo.pathname + indirizzo.search);
      const vista = await io.get(risposta.headers['location'] ?? '');
      return { esito: indirizzo.searchParams.get('esito'), testo: testoDi(vista.text) };
    },
    async passano(minuti) {
      adesso += minuti * 60_000;
      simulatore.orologio.sposta(0);
      await new Promise((poi) => setTimeout(poi, 20));
    },
    async api(percorso, corpo) {
      const risposta = await fetch(`${urlNodo}/api/${percorso}`, {
        method: corpo === undefined ? 'GET' : 'POST',
        headers: { 'Content-Type': 'application/json' },
        ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
      });
      return risposta.json();
    },
    attendi: (stato, quanti) =>
      finche(
        async () => (await statiDi(app, nelCarrello)).filter((uno) => uno === stato).length === quanti,
        `${quanti} bollettini ${stato}`,
      ),
    async evidenze(procedura, operazioni, altre = {}) {
      const attesi = operazioni.flatMap((operazione) => [`${operazione} REQ`, `${operazione} RSP`]);
      let eventi: readonly Messaggio[] = [];
      // The journal keeps an answer once it has been given: whoever asked may be quicker to look.
      await finche(
        async () => {
          const registrati: readonly Messaggio[] = await app.operatori.giornale({ dopo: prima });
          eventi = [...registrati, ...diretti].filter(({ tipo }) => operazioni.includes(tipo));
          const scritti = new Set(eventi.map(({ tipo, sottotipo }) => `${tipo} ${sottotipo}`));
          return attesi.every((uno) => scritti.has(uno));
        },
        `nel giornale ${attesi.join(', ')}`,
      );
      const file = new Map<string, string | Buffer>(Object.entries(altre));
      eventi.forEach(({ tipo, sottotipo, messaggio }, i) => {
        const nome = `${String(i + 1).padStart(2, '0')}-${tipo}-${sottotipo}`;
        leggiBusta(messaggio);
        validaUfficiale(messaggio);
        file.set(`${nome}.xml`, messaggio);
        [...messaggio.matchAll(/<(?:\w+:)?(rpt|rt|xmlRendicontazione)>([A-Za-z0-9+/=\s]+)</g)].forEach(
          ([, che = '', dentro = ''], n) => {
            const decodificato = Buffer.from(dentro, 'base64').toString('utf8');
            validaUfficiale(decodificato);
            file.set(`${nome}-${che}-${n + 1}.xml`, decodificato);
          },
        );
      });
      save(procedura, file);
      return eventi;
    },
    async close() {
      await portale.close();
      await simulatore.close();
      await app.close();
      rmSync(dati, { recursive: true, force: true });
    },
  };
  return banco;
}

/** The states of these bollettini. */
async function statiDi(app: Applicazione, ids: readonly string[]): Promise<readonly string[]> {
  const righe = await app.knex('bollettini').whereIn('id', ids).select<{ stato: string }[]>('stato');
  return righe.map(({ stato }) => stato);
}

/** Keeps what the bench's own client says and hears: the journal knows the creditor's messages only. */
function invioInto(messaggi: Messaggio[]): InviaHttp {
  return async (url, richiesta) => {
    const tipo = richiesta.intestazioni['SOAPAction']?.replaceAll('"', '') ?? '';
    messaggi.push({ tipo, sottotipo: 'REQ', messaggio: richiesta.corpo });
    const risposta = await inviaHttp(url, richiesta);
    messaggi.push({ tipo, sottotipo: 'RSP', messaggio: risposta.corpo.toString('utf8') });
    return risposta;
  };
}

/** A page as who reads it hears it. */
export function testoDi(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function save(procedura: string, file: ReadonlyMap<string, string | Buffer>): void {
  if (CARTELLA_EVIDENZE === undefined) return;
  const cartella = join(CARTELLA_EVIDENZE, procedura);
  mkdirSync(cartella, { recursive: true });
  for (const [nome, contenuto] of file) writeFileSync(join(cartella, nome), contenuto);
}
