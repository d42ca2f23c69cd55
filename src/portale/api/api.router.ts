import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Dipendenze } from '../dipendenze.ts';
import type { Documento } from '../documenti.ts';
import { clienteDi } from '../http/cliente.ts';
import { notFound } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { sendStream, type DocumentoInFlusso } from '../http/send-stream.ts';
import { percorsi } from '../percorsi.ts';
import { esigi } from '../permessi.ts';
import { withBody } from './corpo.ts';
import { createOpenApi } from './openapi.ts';
import type { ChiamataQualsiasi, Operazione } from './operazione.ts';
import { operazioniBollettini } from './operazioni-bollettini.ts';
import { operazioniCalcolo } from './operazioni-calcolo.ts';
import { operazioniDatore } from './operazioni-datore.ts';
import { operazioniDocumenti } from './operazioni-documenti.ts';
import { operazioniLotti } from './operazioni-lotti.ts';
import { operazioniPagamenti } from './operazioni-pagamenti.ts';
import { operazioniProspetti } from './operazioni-prospetti.ts';
import { operazioniStrumenti } from './operazioni-strumenti.ts';
import { problemJson } from './problem-json.ts';
import { contestoDelToken, tokenDi } from './token.ts';

const MASSIMO_CORPO = '64kb';

/** Every operation of `/api/v1`; one with a fixed path stands before one that would take it as an id. */
export const OPERAZIONI: readonly Operazione[] = [
  ...operazioniCalcolo,
  ...operazioniStrumenti,
  ...operazioniBollettini,
  ...operazioniPagamenti,
  ...operazioniDatore,
  ...operazioniDocumenti,
  ...operazioniProspetti,
  ...operazioniLotti,
];

/**
 * The JSON API: no cookie, no session; personal data only with a token.
 * @param turno what calls wait for once they are read (see `fewAtATurn`)
 */
export function apiRouter(dip: Dipendenze, turno: RequestHandler): Router {
  const router = Router();
  const openApi = createOpenApi(OPERAZIONI, `${dip.app.impostazioni.urlPortale}${percorsi.api}`);
  router.get('/openapi.json', (_req, res) => {
    res.json(openApi);
  });
  router.use(limitPerMinute(dip.limiti.calcoliAlMinuto));
  const json = express.json({ limit: MASSIMO_CORPO, strict: true });
  for (const operazione of OPERAZIONI) {
    const lettura = operazione.corpo === 'flusso' || operazione.corpo === 'file' ? [] : [json];
    router[operazione.metodo](toExpress(operazione.percorso), ...lettura, turno, handlerOf(dip, operazione));
  }
  router.use(notFound);
  router.use(problemJson(dip));
  return router;
}

function handlerOf(dip: Dipendenze, operazione: Operazione): RequestHandler {
  const percorso = z.object(operazione.parametri ?? {});
  const domanda = z.strictObject(operazione.domanda ?? {});
  return async (req, res) => {
    const esegui = await authorize(dip, operazione, req);
    const chiamata = {
      dip,
      cliente: clienteDi(req),
      percorso: percorso.parse(req.params),
      domanda: domanda.parse(req.query),
    };
    const risultato = await withBody(dip, operazione, req, (corpo) => esegui({ ...chiamata, corpo }));
    await answer(res, operazione, risultato);
  };
}

/** Who calls, before anything of the call is read; the operation for them. */
async function authorize(
  dip: Dipendenze,
  operazione: Operazione,
  req: Request,
): Promise<(chiamata: ChiamataQualsiasi) => unknown> {
  switch (operazione.chi) {
    case 'tutti':
      return operazione.esegui;
    case 'datore': {
      const contesto = await contestoDelToken(dip, req);
      esigi(contesto, operazione.atto);
      return (chiamata) => operazione.esegui({ ...chiamata, contesto });
    }
    case 'token': {
      const token = await tokenDi(dip, req);
      return (chiamata) => operazione.esegui({ ...chiamata, token });
    }
  }
}

/** What the schema does not name is not answered, whatever the core put beside it. */
async function answer(res: Response, { stato, risposta }: Operazione, risultato: unknown): Promise<void> {
  res.status(stato);
  if (stato === 204) {
    res.end();
  } else if (risposta === 'documento') {
    const documento = risultato as Documento;
    res.type(documento.tipo).attachment(documento.nomeFile).send(Buffer.from(documento.contenuto));
  } else if (risposta === 'flusso') {
    await sendStream(res, risultato as DocumentoInFlusso);
  } else {
    res.json(risposta.parse(risultato));
  }
}

/** `/bollettini/{id}` → `/bollettini/:id`. */
function toExpress(percorso: string): string {
  return percorso.replace(/\{(\w+)\}/g, ':$1');
}
