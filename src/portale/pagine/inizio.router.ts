import { timingSafeEqual } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { LUNGHEZZA_MINIMA, requireFrase } from '../../famiglia/frase.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { sayWhenToRetry } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { startSession } from '../http/session.ts';
import { percorsi } from '../percorsi.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { leggiNome } from '../viste/modulo-rapporto.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';

const frase = z.string().max(1_000).default('');
const parola = z.string().trim().max(100).default('');
const moduloEntra = z.strictObject({ frase });
const moduloFrase = z.strictObject({ frase, ripetuta: frase, codice: parola });
const moduloInizio = z.strictObject({ ...moduloFrase.shape, codiceFiscale: parola, cognome: parola, nome: parola });

type Scritto = Readonly<Record<string, string>>;
const VUOTO: Scritto = { codice: '', codiceFiscale: '', cognome: '', nome: '' };

/** A family's way in: the passphrase; before there is one, choosing it, by the code that who started the program has seen. */
export function inizioRouter(dip: Dipendenze): Router {
  const router = Router();
  const { famiglia } = dip.app;
  const limite = limitPerMinute(dip.limiti.accessiAlMinuto);

  const begun: RequestHandler = async (_req, res, next) => {
    if (await famiglia.iniziata()) next();
    else res.redirect(303, percorsiReali.inizio);
  };
  const notBegun: RequestHandler = async (_req, res, next) => {
    if (await famiglia.iniziata()) res.redirect(303, percorsi.accesso);
    else next();
  };

  router.get(percorsi.home, begun, (req, res) => {
    res.redirect(303, req.session.accesso === undefined ? percorsi.accesso : percorsi.daFare);
  });

  router.get(percorsi.accesso, begun, (req, res) => {
    showEntra(req, res);
  });
  router.post(percorsiReali.entra, limite, begun, async (req, res) => {
    const scritta = moduloEntra.parse(req.body).frase;
    await orAgain(req, res, showEntra, async () => {
      await enter(dip, req, res, await famiglia.entra(scritta, req.ip ?? ''));
    });
  });

  router.get(percorsiReali.inizio, notBegun, (req, res) => {
    showInizio(req, res, { ...VUOTO, codice: codeAsked(req) });
  });
  router.post(percorsiReali.inizio, limite, notBegun, async (req, res) => {
    const { frase: scelta, ripetuta, codice, ...chi } = moduloInizio.parse(req.body);
    await orAgain(
      req,
      res,
      (...errore) => showInizio(req, res, { ...chi, codice }, errore[2]),
      async () => {
        requireCodice(dip, codice);
        const datore = {
          codiceFiscale: parseCodiceFiscale(chi.codiceFiscale, 'codiceFiscale'),
          cognome: leggiNome(chi.cognome, 'cognome'),
          nome: leggiNome(chi.nome, 'nome'),
        };
        await enter(dip, req, res, await famiglia.inizia(datore, requireFrase(scelta, ripetuta)));
      },
    );
  });

  router.get(percorsiReali.nuovaFrase, begun, (req, res) => {
    showFrase(req, res, codeAsked(req));
  });
  router.post(percorsiReali.nuovaFrase, limite, begun, async (req, res) => {
    const { frase: scelta, ripetuta, codice } = moduloFrase.parse(req.body);
    await orAgain(
      req,
      res,
      (...errore) => showFrase(req, res, codice, errore[2]),
      async () => {
        requireCodice(dip, codice);
        await famiglia.cambiaFrase(requireFrase(scelta, ripetuta));
        res.redirect(303, percorsi.accesso);
      },
    );
  });
  return router;
}

/** @throws ErroreDati `codice-di-avvio-sbagliato`: whoever starts the program has its code before their eyes */
export function requireCodice({ codiceInizio }: Dipendenze, codice: string): void {
  const [detto, vero] = [Buffer.from(codice), Buffer.from(codiceInizio ?? '')];
  if (vero.length > 0 && detto.length === vero.length && timingSafeEqual(detto, vero)) return;
  throw new ErroreDati('codice-di-avvio-sbagliato', { campo: 'codice' });
}

function codeAsked(req: Request): string {
  const { codice } = req.query;
  return typeof codice === 'string' ? codice.slice(0, 100) : '';
}

/** A session of their own; a form that had waited for it is found again. */
async function enter(dip: Dipendenze, req: Request, res: Response, contesto: Contesto): Promise<void> {
  const prima = await dip.app.accesso.accessoPrecedente(contesto);
  const { sospesa } = req.session;
  await startSession(req, {
    accesso: {
      contesto,
      inizio: dip.app.clock.now().toISOString(),
      ...(prima === undefined ? {} : { ultimoAccesso: prima }),
    },
    ...(sospesa === undefined ? {} : { sospesa }),
  });
  res.redirect(303, sospesa?.percorso ?? percorsi.daFare);
}

async function orAgain(
  req: Request,
  res: Response,
  show: (req: Request, res: Response, errore: ErroreDati) => void,
  lavoro: () => Promise<void>,
): Promise<void> {
  try {
    await lavoro();
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
    sayWhenToRetry(res, errore);
    res.status(errore.statoHttp);
    show(req, res, errore);
  }
}

function showEntra(req: Request, res: Response, errore?: ErroreDati): void {
  renderAperta(req, res, 'reale-entra', 'Entra', {
    ...comeErrori(errore),
    scaduta: req.session.sospesa !== undefined || req.query['scaduta'] === 'si',
    conservato: req.session.sospesa !== undefined,
  });
}

function showInizio(req: Request, res: Response, campi: Scritto, errore?: ErroreDati): void {
  renderAperta(req, res, 'reale-inizio', 'Per cominciare', {
    ...comeErrori(errore),
    campi,
    minimo: LUNGHEZZA_MINIMA,
  });
}

function showFrase(req: Request, res: Response, codice: string, errore?: ErroreDati): void {
  renderAperta(req, res, 'reale-frase', 'Scegli una frase nuova', {
    ...comeErrori(errore),
    codice,
    minimo: LUNGHEZZA_MINIMA,
  });
}
