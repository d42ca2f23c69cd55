import { Router } from 'express';
import type { Dipendenze } from '../dipendenze.ts';
import { endSession, isIn } from '../http/session.ts';
import { percorsi } from '../percorsi.ts';
import { renderAperta } from './pagina.ts';

/** Whether a session is still open, and the way out. */
export function sessioneRouter({ app }: Pick<Dipendenze, 'app'>): Router {
  const router = Router();
  router.get(percorsi.sessione, (req, res) => {
    res.status(isIn(req.session) ? 204 : 401).end();
  });
  router.post(percorsi.esci, async (req, res) => {
    // Asked before the session goes: who came in with SPID is led out at the provider too.
    const delFornitore = await app.spid.uscita(req.sessionID);
    await endSession(req);
    res.set('Clear-Site-Data', '"cookies", "storage"');
    res.redirect(303, delFornitore ?? percorsi.uscita);
  });
  router.get(percorsi.uscita, (req, res) => {
    renderAperta(req, res, 'uscita', 'Sei uscito dal servizio');
  });
  return router;
}
