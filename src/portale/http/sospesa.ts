import type { Request, RequestHandler } from 'express';
import { percorsi } from '../percorsi.ts';
import { comesFromElsewhere } from './csrf.ts';

/** What somebody had typed when their session was found to be over: shown again, never sent, once they are back. */
export interface Sospesa {
  /** The page of the form. */
  readonly percorso: string;
  readonly campi: Readonly<Record<string, string>>;
}

declare module 'express-session' {
  interface SessionData {
    sospesa?: Sospesa;
  }
}

/** As many as the longest form has, and as long as a field takes. */
const CAMPI_MASSIMI = 80;
const LUNGHEZZA_MASSIMA = 60;
/** Fields that say what to do, not what was typed. */
const NON_SCRITTI = new Set(['_csrf', 'azione', 'consenso', 'versione']);

/**
 * Keeps what a form of the service brings from a page whose session is over, and sends to the way in. To be put before the check
 * of the forms' tokens: that of a session that is over is good no more. Nothing is done with it; and since each such form is of
 * one rapporto or bollettino, nobody else than its employer gets to see it.
 */
export const keepWhatWasTyped: RequestHandler = (req, res, next) => {
  const corpo = req.body as Readonly<Record<string, unknown>> | undefined;
  const scritto = req.method === 'POST' ? corpo : undefined;
  const { accesso, operatore, lavoratore } = req.session;
  const loro = scritto === undefined || operatore !== undefined ? undefined : operatorsPageOf(req.path);
  const sua = scritto === undefined || (accesso ?? lavoratore) !== undefined ? undefined : pageOf(req.path, scritto);
  const percorso = loro ?? sua;
  if (scritto === undefined || percorso === undefined || comesFromElsewhere(req)) {
    next();
    return;
  }
  req.session.sospesa = { percorso, campi: typed(scritto) };
  res.redirect(303, loro === undefined ? percorsi.accesso : percorsi.operatoriAccesso);
};

/** The operators' page that shows a correction again. */
function operatorsPageOf(path: string): string | undefined {
  const id = /^\/operatori\/bollettini\/([\w-]{8,64})\/correggi$/.exec(path)?.[1];
  return id === undefined ? undefined : percorsi.bollettinoOperatori(id);
}

/** Whether what is kept is an operator's. */
export function isOperators({ percorso }: Sospesa): boolean {
  return percorso.startsWith(`${percorsi.operatori}/`);
}

/** The page that shows the form again; undefined for what is sent without a session of the service. */
function pageOf(path: string, corpo: Readonly<Record<string, unknown>>): string | undefined {
  const testo = (nome: string): string => (typeof corpo[nome] === 'string' ? corpo[nome] : '');
  if (path === percorsi.calcolo || path === percorsi.dettaglio) {
    const [rapporto, numero, anno] = [testo('rapporto'), testo('numero'), testo('anno')];
    const intero = /^[\w-]{8,64}$/.test(rapporto) && /^[1-4]$/.test(numero) && /^\d{4}$/.test(anno);
    return intero ? `${path}?rapporto=${rapporto}&numero=${numero}&anno=${anno}` : undefined;
  }
  return /^\/bollettini\/[\w-]{8,64}\/modifica$/.test(path) ? path : undefined;
}

function typed(corpo: Readonly<Record<string, unknown>>): Record<string, string> {
  const voci = Object.entries(corpo).filter(
    (voce): voce is [string, string] =>
      !NON_SCRITTI.has(voce[0]) && typeof voce[1] === 'string' && voce[1].length <= LUNGHEZZA_MASSIMA,
  );
  return Object.fromEntries(voci.slice(0, CAMPI_MASSIMI));
}

/** What was typed on this page before the session ended, once; undefined when there is nothing. */
export function takeTyped(req: Request): Readonly<Record<string, string>> | undefined {
  const { sospesa } = req.session;
  if (sospesa === undefined || sospesa.percorso !== req.originalUrl) return undefined;
  delete req.session.sospesa;
  return sospesa.campi;
}

/** For who finds it again. */
export const RIPRESO = 'La sessione era scaduta e non è stato inviato niente: controllare i dati e premere di nuovo.';
