import type { Request, RequestHandler } from 'express';
import type { Dipendenze } from '../dipendenze.ts';
import { percorsi } from '../percorsi.ts';
import type { OperatoreInSessione } from './session.ts';

/**
 * Lets operators through. Asks of the archive, at every request, whether the token still holds: a revoked one ends the
 * session. Anybody else is led to the operators' way in.
 * @param verso what to come back to after the way in
 */
export function requireOperatore(dip: Dipendenze, verso?: 'lotti'): RequestHandler {
  const accesso = verso === undefined ? percorsi.operatoriAccesso : `${percorsi.operatoriAccesso}?verso=${verso}`;
  return async (req, res, next) => {
    const { operatore } = req.session;
    if (operatore !== undefined) {
      const validi = await dip.app.accesso.elencoToken();
      if (validi.some(({ id, datoreId }) => id === operatore.tokenId && datoreId === undefined)) {
        next();
        return;
      }
      delete req.session.operatore;
    }
    res.redirect(303, accesso);
  };
}

/** Who came in as operator. Only behind `requireOperatore`. */
export function operatoreDi(req: Request): OperatoreInSessione {
  const { operatore } = req.session;
  if (operatore === undefined) throw new Error('operator page without requireOperatore');
  return operatore;
}
