import { createHash, timingSafeEqual } from 'node:crypto';
import express, { Router, type RequestHandler } from 'express';
import type { Dipendenze } from '../dipendenze.ts';
import { percorsi } from '../percorsi.ts';

const MASSIMO_MESSAGGIO = '256kb';
const INTESTAZIONE_SEGRETO = 'X-Nodo-Segreto';

/**
 * Where pagoPA's node calls us, for receipts of the cart model and for all of the notice model: SOAP in, SOAP out, no
 * session (abuse case AB-19).
 * @param turno what calls wait for once they are read (see `fewAtATurn`)
 */
export function nodoRouter(dip: Dipendenze, turno: RequestHandler): Router {
  const router = Router();
  router.post(
    [percorsi.riceviRt, percorsi.riceviAvvisi],
    requireNodo(dip),
    express.text({ type: ['text/xml', 'application/soap+xml', 'application/xml'], limit: MASSIMO_MESSAGGIO }),
    turno,
    async (req, res) => {
      if (typeof req.body !== 'string') {
        res.status(415).type('text/plain').send('text/xml expected\n');
        return;
      }
      const risposta = await dip.app.pagamenti.rispondiAlNodo(req.body);
      res.type('text/xml; charset=utf-8').send(risposta);
    },
  );
  return router;
}

/** Only who knows the shared secret is the node; compared in constant time, on digests of equal length. */
function requireNodo(dip: Dipendenze): RequestHandler {
  const { segretoNodo } = dip.app.impostazioni;
  return (req, res, next) => {
    if (segretoNodo === undefined || sameSecret(req.get(INTESTAZIONE_SEGRETO) ?? '', segretoNodo)) {
      next();
      return;
    }
    dip.log.error({ richiesta: res.locals.richiesta }, 'chiamata del nodo con segreto errato');
    res.status(401).type('text/plain').send('unauthorized\n');
  };
}

function sameSecret(dato: string, atteso: string): boolean {
  return timingSafeEqual(digest(dato), digest(atteso));
}

function digest(testo: string): Buffer {
  return createHash('sha256').update(testo).digest();
}
