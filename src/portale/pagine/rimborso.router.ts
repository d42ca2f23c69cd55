import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import { passiRimborso, type Rimborso, vociRimborso } from '../../prospetti/rimborso/rimborso.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { rimborsoPdf } from '../documenti.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { registraRimborso, rigaDi, rimborsoDi } from '../rimborso.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { sendDocumento } from './documenti.router.ts';
import { renderScheda } from './pagina.ts';

const scritto = z.string().trim().max(40).default('');
const domanda = z.object({ altroRapporto: scritto });
const modulo = z.strictObject({ altroRapporto: scritto, ottenutoIl: scritto });

/** What to bring to INPS for money paid beyond what is due, and the day on which it came back. */
export function rimborsoRouter(dip: Dipendenze): Router {
  const router = Router();
  const { app } = dip;

  router.get(percorsi.rimborso(':id'), requireAccess, requirePermission('prospetti'), (req, res) =>
    show(dip, { req, res }, { altroRapporto: domanda.parse(req.query).altroRapporto }),
  );

  router.get(percorsi.rimborsoPdf(':id'), requireAccess, requirePermission('prospetti'), async (req, res) => {
    const altro = altroDi(domanda.parse(req.query).altroRapporto);
    sendDocumento(res, await rimborsoPdf(app, contestoDi(req), String(req.params['id']), altro));
  });

  router.post(percorsi.rimborso(':id'), requireAccess, requirePermission('anagrafe'), async (req, res) => {
    const { altroRapporto, ottenutoIl } = modulo.parse(req.body);
    const contesto = contestoDi(req);
    try {
      const altro = altroDi(altroRapporto);
      const il = parseGiorno(ottenutoIl, 'ottenutoIl');
      const riga = await rigaDi(app, contesto, String(req.params['id']));
      await registraRimborso(app, contesto, riga, { il, ...(altro !== undefined && { altroRapporto: altro }) });
      req.session.messaggio = 'Fatto: la somma rimborsata non conta più fra quelle versate.';
      res.redirect(303, percorsi.bollettini);
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      await show(dip, { req, res }, { altroRapporto, ottenutoIl, errore });
    }
  });
  return router;
}

function altroDi(codice: string) {
  return codice === '' ? undefined : parseCodiceRapporto(codice, 'altroRapporto');
}

async function show(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  detto: { readonly altroRapporto: string; readonly ottenutoIl?: string; readonly errore?: ErroreDati },
): Promise<void> {
  const contesto = contestoDi(req);
  const riga = await rigaDi(dip.app, contesto, String(req.params['id']));
  let { errore } = detto;
  let dati: Rimborso | null = null;
  let perche: string | null = null;
  try {
    dati = await rimborsoDi(dip.app, contesto, riga, altroDi(detto.altroRapporto));
  } catch (rifiuto) {
    if (!(rifiuto instanceof ErroreDati)) throw rifiuto;
    // Nothing to give back is an answer, and what was written wrong is an error of the form.
    if (rifiuto.statoHttp === 409) perche = rifiuto.message;
    else errore ??= rifiuto;
  }
  if (errore !== undefined) res.status(errore.statoHttp);
  const trimestre = formatTrimestre(riga.bollettino.trimestre);
  const scheda = { nome: 'pagamenti', modello: 'rimborso', titolo: `Rimborso ${trimestre}` } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errore),
    id: riga.bollettino.id,
    trimestre,
    perche,
    altroRapporto: detto.altroRapporto,
    ottenutoIl: detto.ottenutoIl ?? '',
    voci: dati === null ? [] : vociRimborso(dati),
    passi: dati === null ? [] : passiRimborso(dati),
  });
}
