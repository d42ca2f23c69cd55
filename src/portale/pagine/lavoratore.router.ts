import { type Request, Router } from 'express';
import type { Dipendenze } from '../dipendenze.ts';
import { estrattoDelLavoratoreCsv, estrattoDelLavoratorePdf } from '../documenti-del-lavoratore.ts';
import { lavoratoreDi, requireLavoratore } from '../http/access.ts';
import { situazioneDelLavoratore, type SituazioneDelLavoratore } from '../lavoratore.ts';
import { percorsi } from '../percorsi.ts';
import { AVVISA_DOPO_MS } from '../viste/cornice.ts';
import { createVisteDelLavoratore, type LinguaDelLavoratore, LINGUE_DEL_LAVORATORE } from '../viste/lavoratore.ts';
import { sendDocumento } from './documenti.router.ts';
import { renderAperta } from './pagina.ts';

/** What a worker sees: the rapporti in which they work, of whatever employer. Nothing here changes anything. */
export function lavoratoreRouter({ app }: Dipendenze): Router {
  const router = Router();
  const viste = createVisteDelLavoratore();
  const situazioneDi = async (req: Request): Promise<SituazioneDelLavoratore> =>
    situazioneDelLavoratore(app, await app.accesso.contestiDelLavoratore(lavoratoreDi(req).identita));

  router.get(percorsi.lavoratore, requireLavoratore, async (req, res) => {
    const vista = viste.pagina(linguaDi(req), await situazioneDi(req));
    renderAperta(req, res, 'lavoratore', vista.t('titolo'), {
      ...vista,
      avvisaDopoMs: AVVISA_DOPO_MS,
      ancheDatore: req.session.accesso !== undefined,
    });
  });

  router.get(percorsi.lavoratorePdf, requireLavoratore, async (req, res) => {
    sendDocumento(res, estrattoDelLavoratorePdf(app, await situazioneDi(req)));
  });

  router.get(percorsi.lavoratoreCsv, requireLavoratore, async (req, res) => {
    sendDocumento(res, estrattoDelLavoratoreCsv(app, await situazioneDi(req)));
  });
  return router;
}

/** The language asked for by name, else the one the browser prefers, else Italian. */
function linguaDi(req: Request): LinguaDelLavoratore {
  const { lingua } = req.query;
  const chiesta = LINGUE_DEL_LAVORATORE.find((una) => una === lingua);
  if (chiesta !== undefined) return chiesta;
  // A browser says `tl` for what is `fil` today.
  const preferita = req.acceptsLanguages([...LINGUE_DEL_LAVORATORE, 'tl']);
  return preferita === 'tl' ? 'fil' : (LINGUE_DEL_LAVORATORE.find((una) => una === preferita) ?? 'it');
}
