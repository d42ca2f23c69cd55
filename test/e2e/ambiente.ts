import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { loadSegreti } from '../../src/impostazioni/segreti.ts';
import { startPortale } from '../../src/portale/avvio.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { createSimulatore, type Simulatore } from '../../src/simulatore/server.ts';
import type { Clock } from '../../src/valori/clock.ts';
import { freePort } from '../impianto/free-port.ts';
import { validateExchanged } from './messaggi-scambiati.ts';

/** Between a payment and the sending of its receipt: so long that a test sees «in attesa» until it moves the node's clock. */
const RITARDO_RT_MS = 60 * 60 * 1000;

/** Portal and simulated node as they run for a person, on ports and databases of their own. */
export interface Ambiente {
  readonly url: string;
  readonly app: Applicazione;
  readonly simulatore: Simulatore;
  /** Lets the node's hour pass and waits until every receipt on its way has come; `restano` payments were left half-way. */
  lasciaArrivareLeRicevute(restano?: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param clock the day it is for the portal; the node lives in the same time
 * @param variabili settings of the portal besides its folder and ports
 */
export async function startAmbiente(clock: Clock, variabili: Readonly<Record<string, string>> = {}): Promise<Ambiente> {
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-e2e-'));
  const [portaPortale, portaSimulatore] = [await freePort(), await freePort()];
  const lette = loadImpostazioni({
    TRIMESTRE_DATI: dati,
    TRIMESTRE_PORTA: String(portaPortale),
    TRIMESTRE_PORTA_SIMULATORE: String(portaSimulatore),
    ...variabili,
  });
  const segreti = loadSegreti(lette);
  const impostazioni = { ...lette, segretoNodo: segreti.nodo };
  const { ente, urlPortale, urlNodo } = impostazioni;
  const simulatore = createSimulatore({
    port: portaSimulatore,
    baseUrl: urlNodo,
    dbFile: join(dati, 'simulatore.sqlite'),
    clock,
    ritardoRtMs: RITARDO_RT_MS,
    durataSessioneMs: 24 * RITARDO_RT_MS,
    stazioni: [
      {
        idDominio: ente.codiceFiscale,
        denominazione: ente.denominazione,
        intermediario: ente.intermediario,
        stazione: ente.stazione,
        password: ente.password,
        urlRt: urlPortale + percorsi.riceviRt,
        urlAvvisi: urlPortale + percorsi.riceviAvvisi,
        urlRitorno: urlPortale + percorsi.ritorno,
        segreto: segreti.nodo,
      },
    ],
  });
  await simulatore.listen();
  const app = await createApplicazione(impostazioni, { clock, attesaBloccoMs: 1_000 });
  await app.migrate();
  await app.loadDemo();
  const portale = await startPortale(app, segreti, { log: createLog('silent') });
  return {
    url: urlPortale,
    app,
    simulatore,
    lasciaArrivareLeRicevute: async (restano = 0) => {
      simulatore.orologio.sposta(RITARDO_RT_MS + 1000);
      await untilWaiting(app, restano);
    },
    close: async () => {
      await validateExchanged(app);
      await portale.close();
      await simulatore.close();
      await app.close();
      rmSync(dati, { recursive: true, force: true });
    },
  };
}

/** Until only so many attempts are waiting: receipts come over HTTP, in their own time. */
async function untilWaiting(app: Applicazione, quanti: number): Promise<void> {
  for (let giro = 0; giro < 200; giro++) {
    const [riga] = await app.knex('tentativi').where({ stato: 'in-attesa' }).count<{ n: number }[]>({ n: '*' });
    if (Number(riga?.n) === quanti) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the receipts did not come');
}
