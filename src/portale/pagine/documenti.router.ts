import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { LINGUE_AVVISO, NOMI_LINGUE } from '../../anagrafe/lingua-avviso.ts';
import { parseScelta, type SceltaAvviso } from '../../avvisi/scelta-avviso.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { avvisiDelCarrelloPdf, avvisoHtml, avvisoPdf, ricevutaCsv, ricevutaPdf, type Documento } from '../documenti.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { scelteDellAvviso, toVistaAvviso } from '../viste/avviso.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const moduloLingua = z.object({ linguaAbituale: z.enum(LINGUE_AVVISO) });

/** Notices and receipts: PDF, and the notice also as a page. */
export function documentiRouter(dip: Dipendenze): Router {
  const router = Router();
  const { bollettini } = dip.app;

  router.get(percorsi.avviso(':id'), requireAccess, requirePermission('stampa'), async (req, res) => {
    const contesto = contestoDi(req);
    const id = String(req.params['id']);
    const { bollettino } = await bollettini.mostra(contesto, id);
    const a = toVistaAvviso(await bollettini.avviso(contesto, id));
    const scaduto = bollettino.scadenza < giornoInItalia(dip.app.clock.now());
    const trimestre = formatTrimestre(bollettino.trimestre);
    const scheda = { nome: 'bollettini', modello: 'avviso', titolo: `Avviso di pagamento ${trimestre}` } as const;
    await renderScheda(dip, { req, res }, scheda, {
      id,
      trimestre,
      a,
      scaduto,
      avviso: takeMessaggio(req),
      ...scelteDellAvviso,
    });
  });

  router.post(percorsi.linguaAvviso(':id'), requireAccess, requirePermission('anagrafe'), async (req, res) => {
    const id = String(req.params['id']);
    const { bollettino } = await bollettini.mostra(contestoDi(req), id);
    const { linguaAbituale: lingua } = moduloLingua.parse(req.body);
    await dip.app.registro.scegliLingua(bollettino.datoreId, lingua);
    req.session.messaggio = `Gli avvisi si stampano da ora così: ${NOMI_LINGUE[lingua]}.`;
    res.redirect(303, percorsi.avviso(id));
  });

  router.get(percorsi.avvisiDelCarrello, requireAccess, requirePermission('stampa'), async (req, res) => {
    sendDocumento(res, await avvisiDelCarrelloPdf(dip.app, contestoDi(req)));
  });

  router.get(percorsi.avvisoPdf(':id'), requireAccess, requirePermission('stampa'), async (req, res) => {
    sendDocumento(res, await avvisoPdf(dip.app, contestoDi(req), String(req.params['id']), sceltaDi(req)));
  });

  router.get(percorsi.avvisoHtml(':id'), requireAccess, requirePermission('stampa'), async (req, res) => {
    sendDocumento(res, await avvisoHtml(dip.app, contestoDi(req), String(req.params['id']), sceltaDi(req)));
  });

  router.get(percorsi.ricevutaPdf(':id'), requireAccess, async (req, res) => {
    sendDocumento(res, await ricevutaPdf(dip.app, contestoDi(req), String(req.params['id'])));
  });

  router.get(percorsi.ricevutaCsv(':id'), requireAccess, async (req, res) => {
    sendDocumento(res, await ricevutaCsv(dip.app, contestoDi(req), String(req.params['id'])));
  });
  return router;
}

/** How the notice is wanted, in the address. @throws ErroreDati */
function sceltaDi({ query }: Request): SceltaAvviso {
  const testo = (nome: string): string | undefined => {
    const valore = query[nome];
    return typeof valore === 'string' ? valore : undefined;
  };
  return parseScelta({ edizione: testo('edizione'), lingua: testo('lingua'), lavoratore: testo('lavoratore') });
}

/** A PDF is shown by the browser, anything else saved; the name of the file says nothing of anybody. */
export function sendDocumento(res: Response, documento: Documento): void {
  const modo = documento.tipo === 'application/pdf' ? 'inline' : 'attachment';
  res
    .type(documento.tipo)
    .set('Content-Disposition', `${modo}; filename="${documento.nomeFile}"`)
    .send(Buffer.from(documento.contenuto));
}
