import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { scriviSoapFault } from '../../pagopa/soap/busta.ts';
import { messaggioSoap } from '../../pagopa/soap/messaggio.ts';
import { BYTE_MASSIMI } from '../../pagopa/xml/gate.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { percorsi } from '../percorsi.ts';
import { toGuasto } from './errors.ts';

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
    express.raw({ type: () => true, limit: BYTE_MASSIMI }),
    turno,
    async (req, res) => {
      const { soap, stato } = await dip.app.pagamenti.rispondiAlNodo(messaggioSoap(req.body, (nome) => req.get(nome)));
      sendSoap(res, soap, stato);
    },
  );
  router.use([percorsi.riceviRt, percorsi.riceviAvvisi], soapErrors(dip));
  return router;
}

/** A program that speaks SOAP is answered in SOAP whatever happens; it repeats its message after a Server fault. */
function soapErrors(dip: Dipendenze): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    const { stato, messaggio, interno } = toGuasto(errore);
    if (interno) dip.log.error({ err: errore, richiesta: res.locals.richiesta }, 'messaggio del nodo');
    sendSoap(res, scriviSoapFault(interno ? 'Server' : 'Client', messaggio), stato);
  };
}

function sendSoap(res: Response, soap: string, stato: number): void {
  res.status(stato).type('text/xml; charset=utf-8').send(soap);
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
