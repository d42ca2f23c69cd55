import { Router } from 'express';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { toVistaPratica } from '../viste/pratica.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';
import { takeEliminato } from './bollettini.router.ts';
import { showPratica } from './una-pratica.ts';

/** Media type of what is kept, by its first bytes. */
const TIPI = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  tiff: 'image/tiff',
  heic: 'image/heic',
} as const;

/** The family's bollettini, on their way from INPS's form to the receipt. */
export function praticheRouter(dip: Dipendenze): Router {
  const router = Router();
  const { famiglia } = dip.app;

  router.get(percorsi.bollettini, requireAccess, async (req, res) => {
    const oggi = giornoInItalia(dip.app.clock.now());
    const pratiche = await famiglia.pratiche(contestoDi(req));
    const righe = pratiche.map((una) => toVistaPratica(una, oggi)).filter(({ pagato }) => !pagato);
    const scheda = { nome: 'bollettini', modello: 'reale-bollettini', titolo: 'Bollettini' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      avviso: takeMessaggio(req),
      eliminato: takeEliminato(req),
      righe,
      pagati: pratiche.length - righe.length,
    });
  });

  router.get(percorsiReali.pratica(':id'), requireAccess, (req, res) => showPratica(dip, { req, res }));

  router.post(percorsiReali.nonPagato(':id'), requireAccess, async (req, res) => {
    const id = String(req.params['id']);
    await famiglia.ritiraPagamento(contestoDi(req), id);
    req.session.messaggio = 'Fatto: il bollettino è di nuovo da pagare. I file restano.';
    res.redirect(303, percorsiReali.pratica(id));
  });

  router.get(percorsiReali.allegato(':id', ':allegato'), requireAccess, async (req, res) => {
    const { id, allegato: quale } = req.params;
    const { allegato, byte } = await famiglia.allegato(contestoDi(req), String(id), String(quale));
    const { cosa, formato } = allegato;
    res.type(TIPI[formato]).set('Content-Disposition', `inline; filename="${cosa}.${formato}"`).send(byte);
  });
  return router;
}
