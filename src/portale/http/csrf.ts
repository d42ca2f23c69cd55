import { timingSafeEqual } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';

const sync = csrfSync();

/**
 * Every post must carry the token of its session (abuse case AB-28). A browser that says the post comes from another site
 * is refused without looking further.
 */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next();
    return;
  }
  const corpo = req.body as Record<string, unknown> | undefined;
  const gettone = corpo?.['_csrf'];
  requireToken(req, gettone);
  delete corpo?.['_csrf'];
  next();
};

/** @throws ErroreDati `pagina-scaduta` (403) when the token is not that of the request's session */
export function requireToken(req: Request, gettone: unknown): void {
  const sito = req.get('Sec-Fetch-Site');
  const estraneo = sito !== undefined && sito !== 'same-origin' && sito !== 'none';
  if (!estraneo && typeof gettone === 'string' && sameText(gettone, sync.getTokenFromState(req) ?? '')) return;
  throw new ErroreDati(
    'pagina-scaduta',
    'La pagina era aperta da troppo tempo oppure in un’altra scheda è cambiato l’accesso. Ricaricarla e riprovare: non è stato fatto nulla.',
    { statoHttp: 403 },
  );
}

function sameText(dato: string, atteso: string): boolean {
  const [a, b] = [Buffer.from(dato), Buffer.from(atteso)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

/** The session's token, for the forms of a page; asking for it starts the session. */
export const csrfToken = sync.generateToken;
