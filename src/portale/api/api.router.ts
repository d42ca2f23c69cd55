import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import type { Dipendenze } from '../dipendenze.ts';
import type { Documento } from '../documenti.ts';
import { clienteDi } from '../http/cliente.ts';
import { notFound } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { sendStream, type DocumentoInFlusso } from '../http/send-stream.ts';
import { percorsi } from '../percorsi.ts';
import { esigi } from '../permessi.ts';
import { withBody } from './corpo.ts';
import { INTESTAZIONE_RIPETUTA, keyOf, onlyOnce } from './idempotenza.ts';
import { createOpenApi } from './openapi.ts';
import type { ChiamataQualsiasi, Operazione } from './operazione.ts';
import { operazioniBollettini } from './operazioni-bollettini.ts';
import { operazioniCalcolo } from './operazioni-calcolo.ts';
import { operazioniClienti } from './operazioni-clienti.ts';
import { operazioniElencoClienti } from './operazioni-elenco-clienti.ts';
import { operazioniDatore } from './operazioni-datore.ts';
import { operazioniDocumenti } from './operazioni-documenti.ts';
import { operazioniLotti } from './operazioni-lotti.ts';
import { operazioniPagamenti } from './operazioni-pagamenti.ts';
import { operazioniFine } from './operazioni-fine.ts';
import { operazioniProspetti } from './operazioni-prospetti.ts';
import { operazioniStrumenti } from './operazioni-strumenti.ts';
import { problemJson } from './problem-json.ts';
import { accessoDi, INTESTAZIONE_DATORE, tokenDi } from './token.ts';

const MASSIMO_CORPO = '64kb';

/** Every operation of `/api/v1`; one with a fixed path stands before one that would take it as an id. */
export const OPERAZIONI: readonly Operazione[] = [
  ...operazioniCalcolo,
  ...operazioniStrumenti,
  ...operazioniBollettini,
  ...operazioniPagamenti,
  ...operazioniClienti,
  ...operazioniElencoClienti,
  ...operazioniDatore,
  ...operazioniDocumenti,
  ...operazioniFine,
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
    const lettura = typeof operazione.corpo === 'string' ? [] : [json];
    router[operazione.metodo](toExpress(operazione.percorso), ...lettura, turno, handlerOf(dip, operazione));
  }
  router.use(notFound);
  router.use(problemJson(dip));
  return router;
}

function handlerOf(dip: Dipendenze, operazione: Operazione): RequestHandler {
  const schemi = { percorso: z.object(operazione.parametri ?? {}), domanda: z.strictObject(operazione.domanda ?? {}) };
  return async (req, res) => {
    const { token, esegui } = await authorize(dip, operazione, req);
    const { percorso, domanda } = {
      percorso: schemi.percorso.parse(req.params),
      domanda: schemi.domanda.parse(req.query),
    };
    const chiave = operazione.luogo === undefined ? undefined : keyOf(req);
    await withBody(dip, operazione, req, async (corpo) => {
      const fai = (letto: unknown) => esegui({ dip, cliente: clienteDi(req), percorso, domanda, corpo: letto });
      if (token === undefined || chiave === undefined) {
        await answer(res, operazione, await fai(corpo));
        return;
      }
      const che = [operazione.nome, req.get(INTESTAZIONE_DATORE) ?? '', percorso, domanda];
      const { json, ripetuta } = await onlyOnce(dip, { token, chiave, che, corpo }, async (letto) =>
        jsonOf(operazione, await fai(letto)),
      );
      if (ripetuta) res.set(INTESTAZIONE_RIPETUTA, 'true');
      sendJson(res, operazione, json);
    });
  };
}

/** Who calls, before anything of the call is read; the operation for them. */
async function authorize(
  dip: Dipendenze,
  operazione: Operazione,
  req: Request,
): Promise<{ readonly token?: TokenApi; readonly esegui: (chiamata: ChiamataQualsiasi) => unknown }> {
  if (operazione.chi === 'tutti') return { esegui: operazione.esegui };
  if (operazione.chi === 'token') {
    const token = await tokenDi(dip, req);
    return { token, esegui: (chiamata) => operazione.esegui({ ...chiamata, token }) };
  }
  const { token, contesto } = await accessoDi(dip, req);
  esigi(contesto, operazione.atto);
  return { token, esegui: (chiamata) => operazione.esegui({ ...chiamata, contesto }) };
}

async function answer(res: Response, operazione: Operazione, risultato: unknown): Promise<void> {
  const { stato, risposta } = operazione;
  if (stato === 204) {
    res.status(stato).end();
  } else if (risposta === 'documento') {
    const documento = risultato as Documento;
    res.status(stato).type(documento.tipo).attachment(documento.nomeFile).send(Buffer.from(documento.contenuto));
  } else if (risposta === 'flusso') {
    res.status(stato);
    await sendStream(res, risultato as DocumentoInFlusso);
  } else {
    sendJson(res, operazione, jsonOf(operazione, risultato));
  }
}

/** What the schema does not name is not answered, whatever the core put beside it. */
function jsonOf({ risposta }: Operazione, risultato: unknown): unknown {
  return typeof risposta === 'string' ? risultato : risposta.parse(risultato);
}

function sendJson(res: Response, { stato, luogo }: Operazione, json: unknown): void {
  const dove = luogo?.(json as never);
  if (dove !== undefined) res.location(percorsi.api + dove);
  res.status(stato).json(json);
}

/** `/bollettini/{id}` → `/bollettini/:id`. */
function toExpress(percorso: string): string {
  return percorso.replace(/\{(\w+)\}/g, ':$1');
}
