import { Router } from 'express';
import { guastoArchivio, type GuastoArchivio } from '../../archivio/guasto-archivio.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { percorsi } from '../percorsi.ts';

/** An answer holds so long: whoever asks more often costs nothing. */
const VALE_MS = 2_000;

/**
 * For whoever watches over the service: 200 `{"stato":"ok"}` while what people do can be saved, else 503. It really writes, so
 * that a full disk, a file that is gone and a database that does not answer are noticed before anybody is told «done».
 */
export function saluteRouter(dip: Dipendenze): Router {
  let ultima = { dal: Number.NEGATIVE_INFINITY, stato: Promise.resolve<'ok' | GuastoArchivio>('ok') };
  let detto: string = 'ok';
  const check = async (): Promise<'ok' | GuastoArchivio> => {
    let stato: 'ok' | GuastoArchivio = 'ok';
    try {
      await dip.app.provaArchivio();
    } catch (errore) {
      stato = guastoArchivio(errore) ?? 'non-disponibile';
      if (stato !== detto) dip.log.error({ errore }, 'l’archivio non salva');
    }
    if (stato === 'ok' && detto !== 'ok') dip.log.info({}, 'l’archivio salva di nuovo');
    detto = stato;
    return stato;
  };
  const router = Router();
  router.get(percorsi.salute, async (_req, res) => {
    const adesso = performance.now();
    if (adesso - ultima.dal >= VALE_MS) ultima = { dal: adesso, stato: check() };
    const stato = await ultima.stato;
    if (stato !== 'ok') res.set('Retry-After', '5');
    res.status(stato === 'ok' ? 200 : 503).json({ stato });
  });
  return router;
}
