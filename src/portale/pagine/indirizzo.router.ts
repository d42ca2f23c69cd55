import { Router, type Request, type Response } from 'express';
import { type Indirizzo, NESSUN_INDIRIZZO } from '../../anagrafe/indirizzo.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { moduloIndirizzo } from '../viste/modulo-indirizzo.ts';
import { renderScheda } from './pagina.ts';

/** The employer's address, changed from one of the notices that bear it. */
export function indirizzoRouter(dip: Dipendenze): Router {
  const router = Router();
  const { bollettini } = dip.app;
  const permesso = [requireAccess, requirePermission('anagrafe')];

  router.get(percorsi.indirizzo(':id'), ...permesso, async (req, res) => {
    const { indirizzo } = await bollettini.datore(contestoDi(req));
    await show(dip, { req, res }, indirizzo ?? NESSUN_INDIRIZZO);
  });

  router.post(percorsi.indirizzo(':id'), ...permesso, async (req, res) => {
    const id = String(req.params['id']);
    const campi = moduloIndirizzo.parse(req.body);
    try {
      await bollettini.mostra(contestoDi(req), id);
      await bollettini.cambiaIndirizzo(contestoDi(req), campi);
      req.session.messaggio = 'Fatto: gli avvisi si stampano da ora con questo indirizzo.';
      res.redirect(303, percorsi.avviso(id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      await show(dip, { req, res }, campi, errore);
    }
  });
  return router;
}

async function show(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  campi: Indirizzo,
  errore?: ErroreDati,
): Promise<void> {
  const { bollettino } = await dip.app.bollettini.mostra(contestoDi(req), String(req.params['id']));
  if (errore !== undefined) res.status(errore.statoHttp);
  const trimestre = formatTrimestre(bollettino.trimestre);
  const scheda = { nome: 'bollettini', modello: 'indirizzo', titolo: 'Indirizzo degli avvisi' } as const;
  await renderScheda(dip, { req, res }, scheda, { ...comeErrori(errore), id: bollettino.id, trimestre, campi });
}
