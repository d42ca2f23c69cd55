import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { createGuardia, type Guardia } from '../applicazione/guardia.ts';
import { guardLines } from '../ascolto/linee.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import type { Segreti } from '../impostazioni/segreti.ts';
import { startRunnerLotti } from '../lotti/coda/runner-lotti.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { createPosta } from '../posta/posta.ts';
import { createLog, type RegistroEventi } from './http/log.ts';
import { LIMITI, type Limiti } from './http/rate-limits.ts';
import { SessionStore } from './http/session-store.ts';
import { createServizioPromemoria } from './promemoria.ts';
import { createPortale } from './portale.ts';

/** A portal that listens. */
export interface PortaleInAscolto {
  readonly porta: number;
  /** Lets the answers under way end, then stops listening; a batch under way is left where it can be gone on with. */
  close(): Promise<void>;
}

/** Reminders leave within the hour of what they tell. */
const GIRO_PROMEMORIA_MS = 60 * 60_000;

/** How long the answers under way may take to end when the portal stops: who reads a file too slowly asks for it again. */
const ATTESA_CHIUSURA_MS = 10_000;

/**
 * The portal speaks http: https is spoken by a proxy in front of it, and one that is not trusted leaves every session cookie
 * unsent, so that nobody could come in.
 * @throws ErroreDati `https-senza-proxy`
 */
function requireHttpsProxy({ urlPortale, proxy }: Impostazioni): void {
  if (!urlPortale.startsWith('https:') || proxy > 0) return;
  throw new ErroreDati('https-senza-proxy', { urlPortale, campo: 'TRIMESTRE_PROXY' });
}

/**
 * Starts the portal of an application already migrated, and the work at the batches that people and programs send it.
 * @throws ErroreDati `https-senza-proxy`; the listening error (`EADDRINUSE`…) when the port cannot be had
 */
export async function startPortale(
  app: Applicazione,
  segreti: Segreti,
  opzioni: { readonly log?: RegistroEventi; readonly limiti?: Limiti; readonly codiceInizio?: string } = {},
): Promise<PortaleInAscolto> {
  requireHttpsProxy(app.impostazioni);
  const log = opzioni.log ?? createLog();
  const store = new SessionStore(app, (errore) => log.error({ errore }, 'archivio delle sessioni'));
  const { limiti = LIMITI, codiceInizio } = opzioni;
  const base = { app, log, limiti, ...(codiceInizio !== undefined && { codiceInizio }) };
  const portale = createPortale(base, { store, segreto: segreti.sessione });
  const { host, portaPortale } = app.impostazioni;
  const server = await new Promise<Server>((resolve, reject) => {
    const avviato = portale.listen(portaPortale, host, (errore?: Error) => {
      if (errore === undefined) resolve(avviato);
      else reject(errore);
    });
  });
  guardLines(server, { dietroProxy: app.impostazioni.proxy > 0 });
  const promemoria = remindNowAndThen(app, log);
  const lotti = startRunnerLotti(app, (errore, lotto) => log.error({ lotto, errore }, 'lotto'));
  return {
    porta: (server.address() as AddressInfo).port,
    close: async () => {
      store.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), ATTESA_CHIUSURA_MS).unref();
      });
      await promemoria.stop();
      await lotti.stop();
    },
  };
}

/** Of a family's own archive nothing leaves the machine. */
function remindNowAndThen(app: Applicazione, log: RegistroEventi): Guardia {
  const servizio = createServizioPromemoria(app, createPosta(app.impostazioni.posta));
  const tell = (errore: unknown): void => log.error({ errore }, 'promemoria non spedito');
  const guardia = createGuardia(() => servizio.invia(tell), GIRO_PROMEMORIA_MS);
  if (!app.impostazioni.usoReale) guardia.start((errore) => log.error({ errore }, 'promemoria'));
  return guardia;
}
