import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseMotivoSospensione } from '../../anagrafe/sospensione-obbligo.ts';
import { fraseSospensione } from '../../bollettini/frasi.ts';
import { norme } from '../../norme/norme.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia, partiDelGiorno } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { scopertiPdf } from '../documenti.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { scopertiDi } from '../prospetti.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { scopertiInBlocchi } from '../viste/scoperti.ts';
import { scelteSospensione, sospensioniDichiarate } from '../viste/sospensioni.ts';
import { scelteTerritorio } from '../viste/territori.ts';
import { sendDocumento } from './documenti.router.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const scritto = z.string().trim().max(60).default('');
const moduloTerritorio = z.strictObject({ territorio: z.string().max(60) });
const moduloSospensione = z.strictObject({ trimestre: scritto, motivo: scritto, togli: scritto });

/** A rapporto quarter by quarter, and what is kept with it that moves or lifts what is due. */
export function scopertiRouter(dip: Dipendenze): Router {
  const router = Router();
  const { app } = dip;

  router.get(percorsi.scoperti(':id'), requireAccess, requirePermission('prospetti'), (req, res) =>
    show(dip, { req, res }, {}),
  );

  router.get(percorsi.scopertiPdf(':id'), requireAccess, requirePermission('prospetti'), async (req, res) => {
    sendDocumento(res, await scopertiPdf(app, contestoDi(req), String(req.params['id'])));
  });

  router.post(percorsi.territorio(':id'), requireAccess, requirePermission('anagrafe'), async (req, res) => {
    const id = String(req.params['id']);
    const { territorio } = moduloTerritorio.parse(req.body);
    const dopo = await app.bollettini.cambiaTerritorio(contestoDi(req), id, territorio);
    req.session.messaggio =
      dopo.territorio === undefined
        ? 'Fatto: per questo rapporto non vale nessuna sospensione dei termini.'
        : 'Fatto: le scadenze dei trimestri che la sospensione riguarda ne tengono conto.';
    res.redirect(303, percorsi.scoperti(id));
  });

  router.post(percorsi.sospensione(':id'), requireAccess, requirePermission('anagrafe'), async (req, res) => {
    const id = String(req.params['id']);
    const { trimestre, motivo, togli } = moduloSospensione.parse(req.body);
    try {
      const detta =
        togli === ''
          ? { trimestre: parseTrimestre(trimestre), motivo: parseMotivoSospensione(motivo) }
          : { trimestre: parseTrimestre(togli), motivo: null };
      await app.bollettini.cambiaSospensioni(contestoDi(req), id, [detta]);
      req.session.messaggio = `Fatto: ${fraseSospensione(detta)}`;
      res.redirect(303, percorsi.scoperti(id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || ![409, 422].includes(errore.statoHttp)) throw errore;
      await show(dip, { req, res }, { trimestre, motivo, errore });
    }
  });
  return router;
}

async function show(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  { errore, ...detto }: { readonly trimestre?: string; readonly motivo?: string; readonly errore?: ErroreDati },
): Promise<void> {
  const { rapporto, prospetto } = await scopertiDi(dip.app, contestoDi(req), String(req.params['id']));
  const scheda = { nome: 'pagamenti', modello: 'scoperti', titolo: 'Trimestri pagati e scoperti' } as const;
  const { anno } = partiDelGiorno(giornoInItalia(dip.app.clock.now()));
  if (errore !== undefined) res.status(errore.statoHttp);
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errore),
    rapporto,
    avviso: takeMessaggio(req),
    territori: scelteTerritorio(norme()),
    sospensioni: sospensioniDichiarate(rapporto),
    sospensione: { ...scelteSospensione(rapporto, prospetto, anno), detto },
    blocchi: scopertiInBlocchi(prospetto),
  });
}
