import { type Request, type Response, Router } from 'express';
import { buildNodoInviaCarrelloRpt, CANALE_WISP } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildNodoInviaRpt } from '../../pagopa/operazioni/nodo-invia-rpt.ts';
import { buildNodoInviaRt } from '../../pagopa/operazioni/nodo-invia-rt.ts';
import { buildRpt } from '../../pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../pagopa/rpt/build-rt.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { linguaChiesta } from '../pagine/lingua-chiesta.ts';
import type { Viste } from '../pagine/viste.ts';
import { avvisoDiProva, ENTI, type EnteDiProva, PASSWORD } from './enti-di-prova.ts';
import { esempi, pspDiProva } from './esempi.ts';
import { rptDiProva, rtDiProva } from './rpt-di-prova.ts';

/**
 * How to try the node: the page with a command for each model, and the messages that hold an RPT or an RT, made anew.
 * @param percorsoNodo path of the SOAP endpoint under the base URL
 */
export function rotteProva(contesto: Contesto, viste: Viste, percorsoNodo: string): Router {
  const router = Router();
  const manda = (res: Response, xml: string): void => void res.type('text/xml; charset=utf-8').send(xml);
  router.get('/', (req, res) => {
    const dati = { esempi: esempi(contesto, percorsoNodo), base: contesto.baseUrl(), nodo: percorsoNodo };
    res.type('html').send(viste('prova', linguaChiesta(req), dati));
  });
  router.get('/nodoInviaCarrelloRPT.xml', (_req, res) => manda(res, carrello(contesto)));
  router.get('/nodoInviaRPT.xml', (req, res) => manda(res, rpt(contesto, req)));
  router.get('/nodoInviaRT.xml', (req, res) => manda(res, rt(contesto, req)));
  return router;
}

const intestazioneDi = (ente: EnteDiProva) => ({ intermediario: ente.codice, stazione: `${ente.codice}_01` });

function primoEnte(): EnteDiProva {
  const [ente] = ENTI;
  if (ente === undefined) throw new Error('the simulator has lost its creditors');
  return ente;
}

/** Two RPTs that nobody has sent yet. */
function carrello({ orologio }: Contesto): string {
  const ente = primoEnte();
  const ora = orologio.ora();
  const elementi = [0, 1].map((posto) => {
    const { iuv } = avvisoDiProva(ora, 4 + posto);
    const chiave = { dominio: ente.codice, iuv: iuv as never, ccp: `CCP${iuv}` };
    return { chiave, xml: buildRpt(rptDiProva(ente, { iuv, ccp: chiave.ccp }, orologio.now())) };
  });
  const intestazione = { ...intestazioneDi(ente), idCarrello: `CARRELLO-${ora}` };
  return buildNodoInviaCarrelloRpt({ ...CANALE_WISP, intestazione, password: PASSWORD, elementi });
}

function rpt({ orologio }: Contesto, req: Request): string {
  const ente = primoEnte();
  const { iuv = avvisoDiProva(orologio.ora(), 6).iuv, ccp = `CCP${iuv}` } = chiaveChiesta(req);
  const intestazione = { ...intestazioneDi(ente), dominio: ente.codice, iuv: iuv as never, ccp };
  const xml = buildRpt(rptDiProva(ente, { iuv, ccp }, orologio.now()));
  return buildNodoInviaRpt({ ...CANALE_WISP, intestazione, password: PASSWORD, xml });
}

/** The RT of the counter's PSP for an RPT that the node has. */
function rt(contesto: Contesto, req: Request): string {
  const { iuv = '', ccp = '' } = chiaveChiesta(req);
  const nota = ENTI.map(({ codice }) => contesto.archivio.rpt.trova({ dominio: codice, iuv: iuv, ccp })).find(
    (una) => una !== undefined,
  );
  if (nota === undefined) throw new NonTrovato('RPT');
  const psp = pspDiProva(contesto);
  const suo = contesto.psp.perCanale(psp.canale)?.psp;
  const attestante = { tipo: 'B', codice: suo?.bic ?? '', denominazione: suo?.ragioneSociale ?? '' } as const;
  const xml = buildRt(rtDiProva(nota.rpt, attestante, contesto.orologio.now()));
  return buildNodoInviaRt({ psp, chiave: { dominio: nota.rpt.dominio, iuv, ccp }, xml });
}

function chiaveChiesta(req: Request): { readonly iuv?: string; readonly ccp?: string } {
  const { iuv, ccp } = req.query;
  return {
    ...(typeof iuv === 'string' && { iuv: iuv.slice(0, 35) }),
    ...(typeof ccp === 'string' && { ccp: ccp.slice(0, 35) }),
  };
}
