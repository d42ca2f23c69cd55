import { Router, type Request, type Response } from 'express';
import { createServizioLotti, INGRESSO_MAX } from '../../lotti/coda/servizio-lotti.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';
import { receiveLotto } from './ricevi-lotto.ts';

const INVII_AL_MINUTO = 10;
const MEGA = 1024 * 1024;

/** A list of clients from a file, put in the queue. Stands before the general reading of forms, because its form carries a file. */
export function importaClientiRouter(dip: Dipendenze): Router {
  const router = Router();
  const lotti = createServizioLotti(dip.app);
  const soloOperatori = requireOperatore(dip, 'lotti');
  router.get(percorsi.importaClienti, soloOperatori, (req, res) => {
    show(req, res);
  });
  router.post(percorsi.importaClienti, soloOperatori, limitPerMinute(INVII_AL_MINUTO), async (req, res) => {
    try {
      const modulo = { tipo: 'clienti', letti: { campi: {} }, toOpzioni: () => ({}) } as const;
      res.redirect(303, percorsi.lotto(await receiveLotto({ arrivi: dip.arrivi, lotti }, req, modulo)));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp === 403) throw errore;
      res.status(errore.statoHttp);
      show(req, res, errore);
    }
  });
  return router;
}

function show(req: Request, res: Response, errore?: ErroreDati): void {
  renderAperta(req, res, 'clienti-importa', 'Importa un elenco di clienti', {
    ...comeErrori(errore),
    operatore: operatoreDi(req).nome,
    massimo: INGRESSO_MAX.clienti / MEGA,
  });
}
