import { Router } from 'express';
import { z } from 'zod';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { fraseEliminato } from '../../bollettini/frasi.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaBollettino } from '../viste/bollettino.ts';
import { renderScheda } from './pagina.ts';

declare module 'express-session' {
  interface SessionData {
    /** The bollettino that was just removed, for who thinks better of it; shown once. */
    eliminato?: { readonly id: string; readonly versione: number };
  }
}

const modulo = z.strictObject({ versione: z.coerce.number().int().nonnegative() });

/** Elimina, and thinking better of it. */
export function eliminaRouter(dip: Dipendenze): Router {
  const router = Router();
  const permesso = [requireAccess, requirePermission('carrello')];

  router.get(percorsi.elimina(':id'), ...permesso, async (req, res) => {
    const contesto = contestoDi(req);
    const riga = await dip.app.bollettini.mostra(contesto, String(req.params['id']));
    const oggi = giornoInItalia(dip.app.clock.now());
    const scheda = { nome: 'bollettini', modello: 'elimina', titolo: 'Elimina un bollettino' } as const;
    await renderScheda(dip, { req, res }, scheda, { b: toVistaBollettino(riga, oggi, visibilitaDi(contesto)) });
  });

  router.post(percorsi.elimina(':id'), ...permesso, async (req, res) => {
    const { versione } = modulo.parse(req.body);
    const id = String(req.params['id']);
    const contesto = contestoDi(req);
    const { bollettino } = await dip.app.bollettini.mostra(contesto, id);
    await dip.app.bollettini.elimina(contesto, id, versione);
    req.session.messaggio = dip.app.impostazioni.usoReale
      ? 'Il bollettino è stato eliminato.'
      : fraseEliminato(bollettino);
    req.session.eliminato = { id, versione: versione + 1 };
    res.redirect(303, percorsi.bollettini);
  });

  router.post(percorsi.ripristina(':id'), ...permesso, async (req, res) => {
    const { versione } = modulo.parse(req.body);
    await dip.app.bollettini.ripristina(contestoDi(req), String(req.params['id']), versione);
    req.session.messaggio = dip.app.impostazioni.usoReale
      ? 'Il bollettino è di nuovo fra quelli da pagare.'
      : 'Il bollettino è di nuovo nel carrello, con lo stesso codice avviso.';
    res.redirect(303, percorsi.bollettini);
  });
  return router;
}
