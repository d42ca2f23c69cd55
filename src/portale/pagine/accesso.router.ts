import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { sayWhenToRetry } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { endSession, startSession } from '../http/session.ts';
import { isOperators, type Sospesa } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';

const moduloCodici = z.strictObject({ codiceFiscale: z.string().max(40), codiceRapporto: z.string().max(40) });
const moduloIdentita = z.strictObject({ soggetto: z.string().max(100) });

type CampiCodici = z.output<typeof moduloCodici>;
const NESSUN_CODICE: CampiCodici = { codiceFiscale: '', codiceRapporto: '' };

/** The two ways in, and the way out. */
export function accessoRouter(dip: Dipendenze): Router {
  const router = Router();
  const limite = limitPerMinute(dip.limiti.accessiAlMinuto);

  router.get(percorsi.accesso, (req, res) => {
    showAccesso(dip, req, res, NESSUN_CODICE);
  });

  router.post(percorsi.accessoCodiceRapporto, limite, async (req, res) => {
    const modulo = moduloCodici.parse(req.body);
    const { codiceFiscale, codiceRapporto } = modulo;
    const prova = () => dip.app.accesso.accessoConCodiceRapporto(codiceFiscale, codiceRapporto, req.ip ?? '');
    await orShow(dip, req, res, prova, modulo);
  });

  router.post(percorsi.accessoIdentita, limite, async (req, res) => {
    const { soggetto } = moduloIdentita.parse(req.body);
    const scelta = dip.app.accesso.identitaSimulate().find(({ identita }) => identita.subjectId === soggetto);
    if (scelta === undefined) throw new NonTrovato('Identità simulata');
    const authnInstant = dip.app.clock.now().toISOString();
    await orShow(dip, req, res, () => dip.app.accesso.accessoConIdentita({ ...scelta.identita, authnInstant }));
  });

  router.get(percorsi.sessione, (req, res) => {
    res.status(req.session.accesso === undefined ? 401 : 204).end();
  });

  router.post(percorsi.esci, async (req, res) => {
    await endSession(req);
    res.set('Clear-Site-Data', '"cookies", "storage"');
    res.redirect(303, percorsi.uscita);
  });
  router.get(percorsi.uscita, (req, res) => {
    renderAperta(req, res, 'uscita', 'Sei uscito dal servizio');
  });
  return router;
}

/** Comes in, or shows the way in again with the one sentence of the refusal. */
async function orShow(
  dip: Dipendenze,
  req: Request,
  res: Response,
  prova: () => Promise<Contesto>,
  campi: CampiCodici = NESSUN_CODICE,
): Promise<void> {
  try {
    const contesto = await prova();
    const prima = await dip.app.accesso.accessoPrecedente(contesto);
    const inizio = dip.app.clock.now().toISOString();
    const { sospesa } = req.session;
    const torna = sospesa !== undefined && !isOperators(sospesa) && (await isTheirs(dip, contesto, sospesa));
    await startSession(req, {
      accesso: { contesto, inizio, ...(prima === undefined ? {} : { ultimoAccesso: prima }) },
      ...(torna ? { sospesa } : {}),
    });
    res.redirect(303, torna ? sospesa.percorso : percorsi.daFare);
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
    const { codice } = errore;
    dip.log.info({ richiesta: res.locals.richiesta, codice }, 'accesso rifiutato');
    sayWhenToRetry(res, errore);
    res.status(errore.statoHttp);
    showAccesso(dip, req, res, campi, errore);
  }
}

/** Whether the form was of a rapporto or a bollettino that this person reaches. */
async function isTheirs(dip: Dipendenze, contesto: Contesto, { campi, percorso }: Sospesa): Promise<boolean> {
  const { bollettini } = dip.app;
  const rapporto = campi['rapporto'];
  if (rapporto !== undefined) return (await bollettini.rapporti(contesto)).some(({ id }) => id === rapporto);
  const id = percorso.split('/')[2] ?? '';
  return bollettini.mostra(contesto, id).then(
    () => true,
    (errore: unknown) => {
      if (errore instanceof NonTrovato) return false;
      throw errore;
    },
  );
}

function showAccesso(dip: Dipendenze, req: Request, res: Response, campi: CampiCodici, errore?: ErroreDati): void {
  const identita = dip.app.accesso.identitaSimulate();
  renderAperta(req, res, 'accesso', 'Accesso al servizio', {
    campi,
    scaduta: req.session.sospesa !== undefined || req.query['scaduta'] === 'si',
    conservato: req.session.sospesa !== undefined,
    ...comeErrori(errore),
    identita,
    // Whom to try this way in with, where the people are invented.
    prova: identita.find(({ codiceRapporto }) => codiceRapporto !== undefined),
  });
}
