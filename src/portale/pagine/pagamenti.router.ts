import { Router } from 'express';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { stampaDi } from '../documenti.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { ricevutaDi } from '../prospetti.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { toVistaEffettuato } from '../viste/pagamento.ts';
import { prospettoInBlocchi } from '../viste/prospetto-in-blocchi.ts';
import { ricevutaInProspetto } from '../viste/ricevuta.ts';
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
    const id = String(req.params['id']);
    const dati = await ricevutaDi(dip.app, contestoDi(req), id);
    const trimestre = formatTrimestre(dati.contributi.trimestre);
    const scheda = { nome: 'pagamenti', modello: 'ricevuta', titolo: `Ricevuta ${trimestre}` } as const;
    const { oggi } = stampaDi(dip.app);
    const blocchi = prospettoInBlocchi(ricevutaInProspetto(dati, oggi));
    await renderScheda(dip, { req, res }, scheda, { id, trimestre, blocchi });
  });
  return router;
}
