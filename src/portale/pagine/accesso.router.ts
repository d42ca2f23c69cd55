import { Router } from 'express';
import { z } from 'zod';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { endSession } from '../http/session.ts';
import { percorsi } from '../percorsi.ts';
import { comeIn, NESSUN_CODICE, showAccesso } from './ingresso.ts';
import { renderAperta } from './pagina.ts';

const moduloCodici = z.strictObject({ codiceFiscale: z.string().max(40), codiceRapporto: z.string().max(40) });
const moduloIdentita = z.strictObject({ soggetto: z.string().max(100) });

/** The two ways in, and the way out. */
export function accessoRouter(dip: Dipendenze): Router {
  const router = Router();
  const limite = limitPerMinute(dip.limiti.accessiAlMinuto);

  router.get(percorsi.accesso, (req, res) => {
    showAccesso(dip, req, res, NESSUN_CODICE);
  });

  router.post(percorsi.accessoCodiceRapporto, limite, async (req, res) => {
    const modulo = moduloCodici.parse(req.body);
    const { codiceFiscale, codiceRapporto } = modulo;
    const prova = () => dip.app.accesso.accessoConCodiceRapporto(codiceFiscale, codiceRapporto, req.ip ?? '');
    await comeIn(dip, req, res, { prova, campi: modulo });
  });

  router.post(percorsi.accessoIdentita, limite, async (req, res) => {
    const { soggetto } = moduloIdentita.parse(req.body);
    const scelta = dip.app.accesso.identitaSimulate().find(({ identita }) => identita.subjectId === soggetto);
    if (scelta === undefined) throw new NonTrovato('Identità simulata');
    const authnInstant = dip.app.clock.now().toISOString();
    const prova = () => dip.app.accesso.accessoConIdentita({ ...scelta.identita, authnInstant });
    await comeIn(dip, req, res, { prova });
  });

  router.get(percorsi.sessione, (req, res) => {
    res.status(req.session.accesso === undefined ? 401 : 204).end();
  });

  router.post(percorsi.esci, async (req, res) => {
    // Asked before the session goes: who came in with SPID is led out at the provider too.
    const delFornitore = await dip.app.spid.uscita(req.sessionID);
    await endSession(req);
    res.set('Clear-Site-Data', '"cookies", "storage"');
    res.redirect(303, delFornitore ?? percorsi.uscita);
  });
  router.get(percorsi.uscita, (req, res) => {
    renderAperta(req, res, 'uscita', 'Sei uscito dal servizio');
  });
  return router;
}
