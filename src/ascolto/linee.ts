import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Headers come at once or not at all; the body may be a large file over a slow line. Milliseconds. */
const ATTESA_INTESTAZIONI_MS = 15_000;
const ATTESA_RICHIESTA_MS = 5 * 60_000;
/** A line on which nothing moves: an answer that is long in the making, a reader who has gone. */
export const ATTESA_INERTE_MS = 3 * 60_000;
/** Lines open at a time; more are closed as they come. */
const LINEE = 4_000;
const LINEE_DI_UN_INDIRIZZO = 512;

/**
 * Gives a server its time-outs and bounds its lines. One address has a bound of its own, unless everybody comes through a
 * proxy of ours, which has the address of all.
 */
export function guardLines(server: Server, { dietroProxy }: { readonly dietroProxy: boolean }): void {
  server.headersTimeout = ATTESA_INTESTAZIONI_MS;
  server.requestTimeout = ATTESA_RICHIESTA_MS;
  server.timeout = ATTESA_INERTE_MS;
  server.maxConnections = LINEE;
  if (dietroProxy) return;
  const linee = new Map<string, number>();
  server.on('connection', (linea: Socket) => {
    const indirizzo = linea.remoteAddress ?? '';
    const sue = linee.get(indirizzo) ?? 0;
    if (sue >= LINEE_DI_UN_INDIRIZZO) {
      linea.destroy();
      return;
    }
    linee.set(indirizzo, sue + 1);
    linea.once('close', () => {
      const restano = (linee.get(indirizzo) ?? 1) - 1;
      if (restano === 0) linee.delete(indirizzo);
      else linee.set(indirizzo, restano);
    });
  });
}
