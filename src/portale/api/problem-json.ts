import type { ErrorRequestHandler, Response } from 'express';
import type { Rifiuta } from '../../ascolto/rifiuto.ts';
import { rifiutaInParole } from '../../ascolto/rifiuto.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { breakOff, sayWhenToRetry, titleOf } from '../http/error-pages.ts';
import { toGuasto, type Guasto } from '../http/errors.ts';
import { percorsi } from '../percorsi.ts';

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
    sendProblem(res.status(guasto.stato), guasto);
  };
}

/** Who is not let in is told in the form of what was called: programs of the API read one kind of error alone. */
export const rifiutaNellaForma: Rifiuta = (req, res, rifiuto) => {
  if (!req.originalUrl.startsWith(`${percorsi.api}/`)) {
    rifiutaInParole(req, res, rifiuto);
    return;
  }
  sendProblem(res, toGuasto(rifiuto));
};

function sendProblem(res: Response, guasto: Guasto): void {
  res.type('application/problem+json').send(
    JSON.stringify({
      type: `urn:trimestre:errore:${guasto.codice}`,
      title: titleOf(guasto),
      status: guasto.stato,
      detail: guasto.messaggio,
      codice: guasto.codice,
      ...(guasto.campo === undefined ? {} : { campo: guasto.campo }),
    }),
  );
}
