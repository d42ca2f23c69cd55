import { csrfSync } from 'csrf-sync';
import type { RequestHandler } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';

const sync = csrfSync({
  getTokenFromRequest: (req) => {
    const corpo = req.body as Record<string, unknown> | undefined;
    const gettone = corpo?.['_csrf'];
    return typeof gettone === 'string' ? gettone : undefined;
  },
});

/**
 * Every post must carry the token of its session (abuse case AB-28). A browser that says the post comes from another site
 * is refused without looking further.
 */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next();
    return;
  }
  const sito = req.get('Sec-Fetch-Site');
  const estraneo = sito !== undefined && sito !== 'same-origin' && sito !== 'none';
  if (estraneo || !sync.isRequestValid(req)) {
    next(
      new ErroreDati(
        'pagina-scaduta',
        'La pagina era aperta da troppo tempo oppure in un’altra scheda è cambiato l’accesso. Ricaricarla e riprovare: non è stato fatto nulla.',
        { statoHttp: 403 },
      ),
    );
    return;
  }
  const corpo = req.body as Record<string, unknown>;
  delete corpo['_csrf'];
  next();
};

/** The session's token, for the forms of a page; asking for it starts the session. */
export const csrfToken = sync.generateToken;
