import type { RequestHandler } from 'express';
import type { Rifiuta } from '../../ascolto/rifiuto.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * Refuses a request whose Host is not ours, so that no link or redirect is ever built on a stranger's name (abuse case
 * AB-52). Besides the public address, the loopback names are ours: a stranger's page cannot carry them.
 */
export function onlyOurHost(urlPortale: string, rifiuta: Rifiuta): RequestHandler {
  const nostro = new URL(urlPortale).hostname;
  const ammessi = new Set([nostro, 'localhost', '127.0.0.1', '[::1]']);
  return (req, res, next) => {
    const host = hostnameOf(req.headers.host);
    if (host !== undefined && ammessi.has(host)) {
      next();
      return;
    }
    res.status(400);
    rifiuta(req, res, new ErroreDati('richiesta-malformata/host'));
  };
}

function hostnameOf(header: string | undefined): string | undefined {
  if (header === undefined || !/^[A-Za-z0-9.:[\]-]{1,260}$/.test(header)) return undefined;
  try {
    return new URL(`http://${header}`).hostname;
  } catch {
    return undefined;
  }
}
