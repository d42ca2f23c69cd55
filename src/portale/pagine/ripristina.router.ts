import { rm } from 'node:fs/promises';
import { Router, type Request, type Response } from 'express';
import { ripristina } from '../../copia/copia-cifrata.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { receiveUpload, requireFile } from '../http/upload.ts';
import { percorsi } from '../percorsi.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { requireCodice } from './inizio.router.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';

/** Years of notices and receipts, each a photo. */
const BYTE_MASSIMI = 400 * 1024 * 1024;
const TENTATIVI_AL_MINUTO = 6;

/** Taking a copy back, where nobody has begun. Stands before the general reading of forms: its form carries the file. */
export function ripristinaRouter(dip: Dipendenze): Router {
  const router = Router();
  router.get(percorsiReali.ripristina, async (req, res) => {
    if (await dip.app.famiglia.iniziata()) res.redirect(303, percorsi.accesso);
    else show(req, res, typeof req.query['codice'] === 'string' ? req.query['codice'].slice(0, 100) : '');
  });
  router.post(percorsiReali.ripristina, limitPerMinute(TENTATIVI_AL_MINUTO), async (req, res) => {
    let codice = '';
    try {
      const ricevuto = await receiveUpload(req, { arrivi: dip.arrivi, massimoByte: BYTE_MASSIMI });
      codice = ricevuto.campi['codice'] ?? '';
      const { percorso } = requireFile(ricevuto);
      try {
        requireCodice(dip, codice);
        await ripristina(dip.app.impostazioni, ricevuto.campi['frase'] ?? '', percorso);
      } finally {
        await rm(percorso, { force: true });
      }
      res.redirect(303, percorsi.accesso);
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500 || errore.statoHttp === 403) throw errore;
      res.status(errore.statoHttp);
      show(req, res, codice, errore);
    }
  });
  return router;
}

function show(req: Request, res: Response, codice: string, errore?: ErroreDati): void {
  renderAperta(req, res, 'reale-ripristina', 'Ripristina una copia', { ...comeErrori(errore), codice });
}
