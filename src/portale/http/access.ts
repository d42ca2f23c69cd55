import type { Request, RequestHandler } from 'express';
import type { Contesto } from '../../accesso/contesto.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { percorsi } from '../percorsi.ts';
import { esigi, type Atto } from '../permessi.ts';
import { isIn, type LavoratoreInSessione } from './session.ts';

/** Sends who has not come in (or whose session ended) to the way in, and a worker to what is theirs. */
export const requireAccess: RequestHandler = (req, res, next) => {
  if (req.session.accesso !== undefined) {
    next();
    return;
  }
  res.redirect(303, req.session.lavoratore === undefined ? wayIn(req) : percorsi.lavoratore);
};

/** The same for the pages of the worker. */
export const requireLavoratore: RequestHandler = (req, res, next) => {
  if (req.session.lavoratore !== undefined) {
    next();
    return;
  }
  res.redirect(303, req.session.accesso === undefined ? wayIn(req) : percorsi.daFare);
};

/** The worker of this request. Only behind `requireLavoratore`. */
export function lavoratoreDi(req: Request): LavoratoreInSessione {
  const { lavoratore } = req.session;
  if (lavoratore === undefined) throw new Error('a worker’s page without requireLavoratore');
  return lavoratore;
}

/** A cookie of ours that opens nothing is of a session that is over; an operator’s opens other pages. */
function wayIn(req: Request): string {
  const scaduta = !isIn(req.session) && /(?:^|;\s*)(?:__Host-)?trimestre=/.test(req.get('Cookie') ?? '');
  return scaduta ? `${percorsi.accesso}?scaduta=si` : percorsi.accesso;
}

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
