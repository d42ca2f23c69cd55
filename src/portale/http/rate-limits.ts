import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ErroreDati } from '../../valori/errore-dati.ts';

const UN_MINUTO_MS = 60_000;

/** Calls a minute and an address; the way in has its own limits, kept in the database (`accesso/`). */
export interface Limiti {
  /** Computing calls of the public pages and API: generous for people, a brake for loops. */
  readonly calcoliAlMinuto: number;
  /** Posts of the way in: the outer fence before the counters of codice fiscale and code. */
  readonly accessiAlMinuto: number;
}

export const LIMITI: Limiti = { calcoliAlMinuto: 600, accessiAlMinuto: 60 };

/** At most `alMinuto` requests from one address. @throws ErroreDati `troppi-tentativi` (429) to the error handler */
export function limitPerMinute(alMinuto: number): RequestHandler {
  return rateLimit({
    windowMs: UN_MINUTO_MS,
    limit: alMinuto,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => {
      next(
        new ErroreDati('troppi-tentativi', 'Troppe richieste in poco tempo. Riprovare fra un minuto.', {
          statoHttp: 429,
        }),
      );
    },
  });
}
