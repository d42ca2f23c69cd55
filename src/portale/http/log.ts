import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';

/** Where the portal writes what happened: never a codice fiscale, a cookie, a token or a body (abuse case AB-45). */
export interface RegistroEventi {
  info(dati: Readonly<Record<string, unknown>>, messaggio: string): void;
  error(dati: Readonly<Record<string, unknown>>, messaggio: string): void;
}

/** One JSON line an event on standard output. */
export function createLog(livello: 'info' | 'silent' = 'info'): RegistroEventi {
  return pino({ level: livello, base: { servizio: 'portale' } });
}

declare module 'express-serve-static-core' {
  interface Locals {
    richiesta: string;
  }
}

/**
 * One line a request: method, route, status, time. The path stands without its query; ids in it are opaque.
 * Every request gets an id, which error pages show.
 */
export function requestLog(log: RegistroEventi): RequestHandler {
  return (req, res, next) => {
    res.locals.richiesta = randomUUID();
    const inizio = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - inizio) / 1e6;
      log.info(
        {
          richiesta: res.locals.richiesta,
          metodo: req.method,
          percorso: req.path,
          stato: res.statusCode,
          ms: Math.round(ms),
        },
        'richiesta',
      );
    });
    next();
  };
}
