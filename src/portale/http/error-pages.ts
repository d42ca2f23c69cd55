import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { utenteDi } from '../viste/cornice.ts';
import { csrfToken } from './csrf.ts';
import { percorsi } from '../percorsi.ts';
import { toGuasto, type Guasto } from './errors.ts';

/** No route took the request. */
export const notFound: RequestHandler = (_req, _res, next) => {
  next(new NonTrovato('Pagina'));
};

/** The last resort of the pages: one sentence, a way on, and for our own faults a code to quote. */
export function errorPages(dip: Dipendenze): ErrorRequestHandler {
  return (errore: unknown, req, res, _next) => {
    if (res.headersSent) {
      breakOff(dip, errore, res);
      return;
    }
    const guasto = toGuasto(errore);
    if (guasto.interno) dip.log.error({ richiesta: res.locals.richiesta, errore }, 'errore interno');
    if (guasto.stato === 401) {
      res.redirect(303, percorsi.accesso);
      return;
    }
    sayWhenToRetry(res, guasto);
    const entrato = (req.session as { accesso?: unknown } | undefined)?.accesso !== undefined;
    const utente = utenteDi(req);
    res.status(guasto.stato).render('pagine/errore', {
      utente,
      csrf: utente === null ? '' : csrfToken(req),
      errore: true,
      titolo: titleOf(guasto),
      tipo: guasto.interno ? 'errore' : 'attenzione',
      messaggio: guasto.messaggio,
      codiceRichiesta: guasto.interno ? res.locals.richiesta : null,
      ritorno: entrato
        ? { href: percorsi.bollettini, testo: 'Torna ai bollettini' }
        : { href: percorsi.home, testo: 'Torna alla home' },
    });
  };
}

const TITOLI: Readonly<Record<number, string>> = {
  403: 'Operazione non permessa',
  404: 'Non c’è niente a questo indirizzo',
  409: 'Nel frattempo qualcosa è cambiato',
  401: 'Accesso richiesto',
  413: 'Richiesta troppo grande',
  415: 'Tipo di contenuto non ammesso',
  429: 'Troppe richieste',
};

/** A few words for a fault: the heading of its page, the `title` of its problem. */
export function titleOf(guasto: Guasto): string {
  return TITOLI[guasto.stato] ?? (guasto.interno ? 'Servizio non disponibile' : 'La richiesta non va bene');
}

/** Retry-After, where waiting helps. */
export function sayWhenToRetry(res: Response, { riprovaFra }: { readonly riprovaFra?: number | undefined }): void {
  if (riprovaFra !== undefined) res.set('Retry-After', String(riprovaFra));
}

/**
 * An answer that failed half-way can only be broken off: whoever reads it sees that it is not whole. One that was given whole
 * stays (its session could not be saved). Left to Express, the error would go to standard error as it is.
 */
export function breakOff(dip: Dipendenze, errore: unknown, res: Response): void {
  dip.log.error(
    { richiesta: res.locals.richiesta, errore },
    res.writableEnded ? 'errore dopo la risposta' : 'risposta interrotta',
  );
  if (!res.writableEnded) res.destroy();
}
