import type { ErrorRequestHandler } from 'express';
import { STATUS_CODES } from 'node:http';
import type { Dipendenze } from '../dipendenze.ts';
import { breakOff, sayWhenToRetry } from '../http/error-pages.ts';
import { toGuasto } from '../http/errors.ts';

/** Errors of the API as RFC 9457 says. */
export function problemJson(dip: Dipendenze): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    if (res.headersSent) {
      breakOff(dip, errore, res);
      return;
    }
    const guasto = toGuasto(errore);
    if (guasto.interno) dip.log.error({ richiesta: res.locals.richiesta, errore }, 'errore interno');
    sayWhenToRetry(res, guasto);
    if (guasto.stato === 401) res.set('WWW-Authenticate', 'Bearer realm="trimestre"');
    res
      .status(guasto.stato)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:trimestre:errore:${guasto.codice}`,
          title: STATUS_CODES[guasto.stato] ?? 'Error',
          status: guasto.stato,
          detail: guasto.messaggio,
          codice: guasto.codice,
          ...(guasto.campo === undefined ? {} : { campo: guasto.campo }),
        }),
      );
  };
}
