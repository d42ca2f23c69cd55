import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { clienteDi } from './cliente.ts';
import { isIn } from './session.ts';

const UN_MINUTO_MS = 60_000;

/** Calls a minute and a client; the way in has its own limits, kept in the database (`accesso/`). */
export interface Limiti {
  /** Pages: of a session, and of a client for who has none. Beyond what people do; a brake for loops. */
  readonly pagineAlMinuto: number;
  /** Computing calls of the public pages and API: generous for people, a brake for loops. */
  readonly calcoliAlMinuto: number;
  /** Posts of the way in: the outer fence before the counters of codice fiscale and code. */
  readonly accessiAlMinuto: number;
}

export const LIMITI: Limiti = { pagineAlMinuto: 3_000, calcoliAlMinuto: 600, accessiAlMinuto: 60 };

/** At most `alMinuto` requests from one client. @throws ErroreDati `troppi-tentativi` (429) to the error handler */
export function limitPerMinute(alMinuto: number): RequestHandler {
  return limitBy(clienteDi, alMinuto);
}

/** The same for pages: who came in is counted by session, so that an office behind one address is not one client. */
export function limitPages(alMinuto: number): RequestHandler {
  return limitBy((req) => (isIn(req.session) ? req.sessionID : clienteDi(req)), alMinuto);
}

function limitBy(chi: (req: Request) => string, alMinuto: number): RequestHandler {
  return rateLimit({
    windowMs: UN_MINUTO_MS,
    limit: alMinuto,
    keyGenerator: chi,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => {
      next(new ErroreDati('troppi-tentativi/richieste', { riprovaFra: UN_MINUTO_MS / 1_000 }));
    },
  });
}
