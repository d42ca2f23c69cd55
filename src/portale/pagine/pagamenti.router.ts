import { Router, type Request } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { visibilitaDi } from '../viste/mascheratura.ts';
import { toVistaEffettuato, toVistaRicevuta, type VistaRicevuta } from '../viste/pagamento.ts';
import { renderScheda } from './pagina.ts';

/** The tab *Pagamenti effettuati* and the page of each receipt. */
export function pagamentiRouter(dip: Dipendenze): Router {
  const router = Router();

  router.get(percorsi.pagamenti, requireAccess, async (req, res) => {
    const contesto = contestoDi(req);
    const oggi = giornoInItalia(dip.app.clock.now());
    const righe = (await dip.app.pagamenti.effettuati(contesto))
      .map((riga) => toVistaEffettuato(riga, oggi, visibilitaDi(contesto)))
      .filter((vista) => vista !== undefined);
    const scheda = { nome: 'pagamenti', modello: 'pagamenti', titolo: 'Pagamenti effettuati' } as const;
    const rapporti = (await dip.app.bollettini.rapporti(contesto)).map(({ id, codice, lavoratore }) => ({
      id,
      testo: `${lavoratore.nome} ${lavoratore.cognome}, rapporto ${codice}`,
    }));
    const anni = [...new Set(righe.map(({ dataPagamento }) => dataPagamento.slice(0, 4)))].sort().reverse();
    const senzaRicevuta = righe.some(({ istituto }) => istituto === null);
    await renderScheda(dip, { req, res }, scheda, { righe, rapporti, anni, senzaRicevuta });
  });

  router.get(percorsi.ricevuta(':id'), requireAccess, async (req, res) => {
    const r = await findRicevuta(dip, req);
    const scheda = { nome: 'pagamenti', modello: 'ricevuta', titolo: `Ricevuta ${r.trimestre}` } as const;
    await renderScheda(dip, { req, res }, scheda, { r });
  });
  return router;
}

async function findRicevuta(dip: Dipendenze, req: Request): Promise<VistaRicevuta> {
  const contesto = contestoDi(req);
  const riga = await dip.app.pagamenti.pagamento(contesto, String(req.params['id']));
  const vista = toVistaRicevuta(riga, giornoInItalia(dip.app.clock.now()), visibilitaDi(contesto));
  if (vista === undefined) throw new NonTrovato('Ricevuta');
  return vista;
}
