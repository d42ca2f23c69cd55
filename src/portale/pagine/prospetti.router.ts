import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Dipendenze } from '../dipendenze.ts';
import {
  attestazioneCsv,
  attestazionePdf,
  calendarioIcs,
  estrattoCsv,
  estrattoPdf,
  stampaDi,
  type QualeAttestazione,
} from '../documenti.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { attestazioneDi, estrattoDi, scadenzeDi } from '../prospetti.ts';
import { attestazioneInProspetto } from '../viste/attestazione.ts';
import { estrattoInProspetto } from '../viste/estratto.ts';
import { prospettoInBlocchi } from '../viste/prospetto-in-blocchi.ts';
import { toVisteScadenze } from '../viste/scadenze.ts';
import { sendDocumento } from './documenti.router.ts';
import { renderScheda } from './pagina.ts';

const anno = z
  .string()
  .regex(/^20\d{2}$/)
  .transform(Number);
const domanda = z.object({
  criterio: z.enum(['anno-di-pagamento', 'anno-di-contribuzione']).default('anno-di-pagamento'),
});

/** Which attestazione an address asks for. */
function qualeDi({ params, query }: Request): QualeAttestazione {
  return { anno: anno.parse(params['anno']), ...domanda.parse(query) };
}

/** Statements over the years: attestazione, the worker's extract, the due dates ahead. */
export function prospettiRouter(dip: Dipendenze): Router {
  const router = Router();
  const permesso = [requireAccess, requirePermission('prospetti')];
  const { app } = dip;

  router.get(percorsi.attestazione(':anno'), ...permesso, async (req, res) => {
    const quale = qualeDi(req);
    const prospetto = await attestazioneDi(app, contestoDi(req), quale.anno, quale.criterio);
    const titolo = `Attestazione ${prospetto.anno}`;
    const scheda = { nome: 'pagamenti', modello: 'attestazione', titolo } as const;
    const blocchi = prospettoInBlocchi(attestazioneInProspetto(prospetto, stampaDi(app)));
    await renderScheda(dip, { req, res }, scheda, { prospetto, blocchi });
  });

  router.get(percorsi.attestazionePdf(':anno'), ...permesso, async (req, res) => {
    sendDocumento(res, await attestazionePdf(app, contestoDi(req), qualeDi(req)));
  });

  router.get(percorsi.attestazioneCsv(':anno'), ...permesso, async (req, res) => {
    sendDocumento(res, await attestazioneCsv(app, contestoDi(req), qualeDi(req)));
  });

  router.get(percorsi.estratto(':id'), ...permesso, async (req, res) => {
    const id = String(req.params['id']);
    const prospetto = await estrattoDi(app, contestoDi(req), id);
    const scheda = { nome: 'pagamenti', modello: 'estratto', titolo: 'Estratto del lavoratore' } as const;
    const blocchi = prospettoInBlocchi(estrattoInProspetto(prospetto, stampaDi(app)));
    await renderScheda(dip, { req, res }, scheda, { id, prospetto, blocchi });
  });

  router.get(percorsi.estrattoPdf(':id'), ...permesso, async (req, res) => {
    sendDocumento(res, await estrattoPdf(app, contestoDi(req), String(req.params['id'])));
  });

  router.get(percorsi.estrattoCsv(':id'), ...permesso, async (req, res) => {
    sendDocumento(res, await estrattoCsv(app, contestoDi(req), String(req.params['id'])));
  });

  router.get(percorsi.calendario, ...permesso, async (req, res) => {
    const eventi = toVisteScadenze(await scadenzeDi(app, contestoDi(req)));
    await renderScheda(
      dip,
      { req, res },
      { nome: 'bollettini', modello: 'calendario', titolo: 'Le prossime scadenze' },
      { eventi },
    );
  });

  router.get(percorsi.calendarioIcs, ...permesso, async (req, res) => {
    sendDocumento(res, await calendarioIcs(app, contestoDi(req)));
  });
  return router;
}
