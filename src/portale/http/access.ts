import type { Request, RequestHandler } from 'express';
import type { Contesto } from '../../accesso/contesto.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { percorsi } from '../percorsi.ts';
import { esigi, type Atto } from '../permessi.ts';

/** Sends who has not come in (or whose session ended) to the way in. */
export const requireAccess: RequestHandler = (req, res, next) => {
  if (req.session.accesso !== undefined) {
    next();
    return;
  }
  // A cookie of ours that opens nothing is of a session that is over; an operator’s opens other pages.
  const scaduta =
    req.session.operatore === undefined && /(?:^|;\s*)(?:__Host-)?trimestre=/.test(req.get('Cookie') ?? '');
  res.redirect(303, scaduta ? `${percorsi.accesso}?scaduta=si` : percorsi.accesso);
};

/** Refuses an act the Contesto's capacity does not allow. To be put after `requireAccess`. */
export function requirePermission(atto: Atto): RequestHandler {
  return (req, _res, next) => {
    esigi(contestoDi(req), atto);
    next();
  };
}

/** The Contesto of this request. @throws ErroreDati `accesso-richiesto` (401) */
export function contestoDi(req: Request): Contesto {
  const accesso = req.session.accesso;
  if (accesso === undefined) throw new ErroreDati('accesso-richiesto');
  return accesso.contesto;
}
