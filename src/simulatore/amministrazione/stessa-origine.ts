import type { RequestHandler } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * Pages of other sites must not drive the simulator through a developer's browser: what changes something must come from our own
 * pages or from a program, and the operator's addresses answer to our own names alone (against DNS rebinding).
 * @param baseUrl public base URL of the simulator
 */
export function stessaOrigine(baseUrl: () => string): RequestHandler {
  return (req, _res, next) => {
    const nostri = new Set([new URL(baseUrl()).host, ...locali(req.socket.localPort)]);
    if (!nostri.has(req.get('host') ?? '')) throw rifiuto();
    const origine = req.get('origin');
    const lettura = req.method === 'GET' || req.method === 'HEAD';
    if (!lettura && origine !== undefined && (!URL.canParse(origine) || !nostri.has(new URL(origine).host))) {
      throw rifiuto();
    }
    if (!lettura && req.get('sec-fetch-site') === 'cross-site') throw rifiuto();
    next();
  };
}

function locali(porta: number | undefined): readonly string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((nome) => `${nome}:${porta ?? ''}`);
}

function rifiuto(): ErroreDati {
  return new ErroreDati('altra-origine');
}
