import type { RequestHandler } from 'express';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Rifiuta, rifiutaInParole } from './rifiuto.ts';

const METODI = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Refuses what no browser and no program of good faith sends: a target that is not a path of ours (`OPTIONS *`, the address
 * form for proxies), more than one `Host` (RFC 9112, 3.2: 400), methods that nothing here answers (405).
 */
export function onlySoundRequests(rifiuta: Rifiuta = rifiutaInParole): RequestHandler {
  return (req, res, next) => {
    const host = req.headersDistinct['host'] ?? [];
    if (!METODI.includes(req.method) || (req.method === 'OPTIONS' && req.url === '*')) {
      res.status(405).set('Allow', METODI.join(', '));
      rifiuta(req, res, new ErroreDati('metodo-non-ammesso'));
    } else if (!req.url.startsWith('/') || host.length > 1) {
      res.status(400);
      rifiuta(req, res, new ErroreDati('richiesta-malformata/linea'));
    } else {
      next();
    }
  };
}
