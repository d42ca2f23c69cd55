import { Router } from 'express';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaPratica } from '../viste/pratica.ts';
import { renderScheda } from './pagina.ts';

/** The tab *Pagamenti effettuati* of a family: what it says that it paid, and the statements made of it. */
export function pagamentiDichiaratiRouter(dip: Dipendenze): Router {
  const router = Router();
  router.get(percorsi.pagamenti, requireAccess, async (req, res) => {
    const contesto = contestoDi(req);
    const oggi = giornoInItalia(dip.app.clock.now());
    const [pratiche, rapporti] = await Promise.all([
      dip.app.famiglia.pratiche(contesto),
      dip.app.bollettini.rapporti(contesto),
    ]);
    const righe = pratiche.map((una) => toVistaPratica(una, oggi)).filter(({ pagato }) => pagato);
    const scheda = { nome: 'pagamenti', modello: 'reale-pagamenti', titolo: 'Pagamenti effettuati' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      righe,
      anni: [...new Set(righe.flatMap(({ pagatoIl }) => pagatoIl?.slice(0, 4) ?? []))].sort().reverse(),
      rapporti: rapporti.map(({ id, codice, lavoratore }) => ({
        id,
        testo: `${lavoratore.nome} ${lavoratore.cognome}, rapporto ${codice}`,
      })),
    });
  });
  return router;
}
