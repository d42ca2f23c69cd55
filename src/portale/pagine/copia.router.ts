import { PassThrough } from 'node:stream';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { scriviCopia } from '../../copia/copia-cifrata.ts';
import { LUNGHEZZA_MINIMA, requireFrase } from '../../famiglia/frase.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { requireAccess } from '../http/access.ts';
import { breakOff } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderScheda } from './pagina.ts';

const frase = z.string().max(1_000).default('');
const modulo = z.strictObject({ frase, ripetuta: frase });
const COPIE_AL_MINUTO = 6;

/** Everything in one file that a passphrase opens. */
export function copiaRouter(dip: Dipendenze): Router {
  const router = Router();
  router.get(percorsiReali.copia, requireAccess, (req, res) => show(dip, req, res));
  router.post(percorsiReali.copia, limitPerMinute(COPIE_AL_MINUTO), requireAccess, async (req, res) => {
    const detto = modulo.parse(req.body);
    try {
      requireFrase(detto.frase, detto.ripetuta);
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      res.status(errore.statoHttp);
      await show(dip, req, res, errore);
      return;
    }
    await send(dip, res, detto.frase);
  });
  return router;
}

/** What is not whole is broken off: a browser then says that the download failed. */
async function send(dip: Dipendenze, res: Response, scelta: string): Promise<void> {
  const oggi = giornoInItalia(dip.app.clock.now());
  const flusso = new PassThrough();
  // Until the first bytes come an error is still a page.
  flusso.once('readable', () => {
    res.type('application/octet-stream').set('Content-Disposition', `attachment; filename="trimestre-${oggi}.copia"`);
    flusso.pipe(res);
  });
  res.once('close', () => flusso.destroy());
  try {
    await scriviCopia(dip.app.impostazioni, scelta, flusso);
  } catch (errore) {
    if (res.destroyed) return;
    if (!res.headersSent) throw errore;
    breakOff(dip, errore, res);
  }
}

async function show(dip: Dipendenze, req: Request, res: Response, errore?: ErroreDati): Promise<void> {
  const scheda = { nome: 'copia', modello: 'reale-copia', titolo: 'Copia di sicurezza' } as const;
  await renderScheda(dip, { req, res }, scheda, { ...comeErrori(errore), minimo: LUNGHEZZA_MINIMA });
}
