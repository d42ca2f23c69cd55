import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Segreti } from '../impostazioni/segreti.ts';
import { createLog, type RegistroEventi } from './http/log.ts';
import { LIMITI, type Limiti } from './http/rate-limits.ts';
import { SessionStore } from './http/session-store.ts';
import { createPortale } from './portale.ts';

/** A portal that listens. */
export interface PortaleInAscolto {
  readonly porta: number;
  /** Lets the answers under way end, then stops listening. */
  close(): Promise<void>;
}

const ATTESA_RICHIESTA_MS = 30_000;

/**
 * Starts the portal of an application already migrated.
 * @throws the listening error (`EADDRINUSE`…) when the port cannot be had
 */
export async function startPortale(
  app: Applicazione,
  segreti: Segreti,
  opzioni: { readonly log?: RegistroEventi; readonly limiti?: Limiti } = {},
): Promise<PortaleInAscolto> {
  const log = opzioni.log ?? createLog();
  const store = new SessionStore(app.knex, (errore) =>
    log.error({ errore: String(errore) }, 'archivio delle sessioni'),
  );
  const portale = createPortale({ app, log, limiti: opzioni.limiti ?? LIMITI }, { store, segreto: segreti.sessione });
  const { host, portaPortale } = app.impostazioni;
  const server = await new Promise<Server>((resolve, reject) => {
    const avviato = portale.listen(portaPortale, host, (errore?: Error) => {
      if (errore === undefined) resolve(avviato);
      else reject(errore);
    });
  });
  server.requestTimeout = ATTESA_RICHIESTA_MS;
  return {
    porta: (server.address() as AddressInfo).port,
    close: async () => {
      store.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    },
  };
}
