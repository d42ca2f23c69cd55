import { Router } from 'express';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import type { Contesto } from '../contesto.ts';
import { generaFlussi } from '../flussi/genera-flussi.ts';
import type { Viste } from '../pagine/viste.ts';
import { accrediti, attivita, avvisi, flussi, pagamenti } from './elenchi.ts';
import { campo } from './modulo-regola.ts';
import { createMostra } from './mostra.ts';
import { rotteMessaggi } from './rotte-messaggi.ts';
import { rotteScenari } from './rotte-scenari.ts';

/** The operator's pages: rules and clock, payments, work that waits, flows and credit transfers, messages. */
export function rotteAdmin(contesto: Contesto, viste: Viste): Router {
  const router = Router();
  const mostra = createMostra(contesto, viste);
  router.get('/pagamenti', (req, res) =>
    mostra(req, res, 'pagamenti', { pagamenti: pagamenti(contesto), avvisi: avvisi(contesto) }),
  );
  router.get('/attivita', (req, res) => mostra(req, res, 'attivita', { attivita: attivita(contesto) }));
  router.post('/attivita/riprova', async (req, res) => {
    const { archivio, orologio } = contesto;
    await contesto.scrivi(() => archivio.attivita.riprova(Number(campo(req, 'id')), orologio.ora()));
    contesto.sveglia();
    res.redirect(303, '/admin/attivita');
  });
  router.get('/flussi', (req, res) =>
    mostra(req, res, 'flussi', {
      flussi: flussi(contesto),
      accrediti: accrediti(contesto),
      oggi: dataItaliana(contesto.orologio.now()),
    }),
  );
  router.post('/flussi', async (_req, res) => {
    await contesto.scrivi(() => generaFlussi(contesto, dataItaliana(contesto.orologio.now())));
    res.redirect(303, '/admin/flussi');
  });
  router.use('/messaggi', rotteMessaggi(contesto, mostra));
  router.use(rotteScenari(contesto, mostra));
  return router;
}
