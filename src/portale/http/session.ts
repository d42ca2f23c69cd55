import type { RequestHandler } from 'express';
import session from 'express-session';
import type { SessionData, Store } from 'express-session';
import type { Contesto, VerifiedIdentity } from '../../accesso/contesto.ts';

/** What the server remembers of somebody who came in. */
export interface AccessoInSessione {
  readonly contesto: Contesto;
  /** UTC instant of the way in: the session ends 8 hours later whatever happens. */
  readonly inizio: string;
  /** UTC instant of the access before this one. */
  readonly ultimoAccesso?: string;
}

/** A worker who came in: their rapporti are asked for anew at every page. */
export interface LavoratoreInSessione {
  readonly identita: VerifiedIdentity;
  readonly inizio: string;
  readonly ultimoAccesso?: string;
}

/** Who runs the service, come in with a token that reaches every employer. Checked anew at every request. */
export interface OperatoreInSessione {
  readonly nome: string;
  readonly tokenId: string;
  readonly inizio: string;
}

declare module 'express-session' {
  interface SessionData {
    accesso?: AccessoInSessione;
    operatore?: OperatoreInSessione;
    lavoratore?: LavoratoreInSessione;
    /** A sentence to show once on the next page. */
    messaggio?: string;
  }
}

/** What the session of somebody who came in holds: a person may be employer and worker at once. */
type ChiEntra = Pick<SessionData, 'accesso' | 'operatore' | 'lavoratore' | 'sospesa'>;

/** Whether anybody came in, in whatever capacity. */
export function isIn({ accesso, operatore, lavoratore }: ChiEntra): boolean {
  return accesso !== undefined || operatore !== undefined || lavoratore !== undefined;
}

/** INPS's portal closes a session after 30 minutes without activity. */
export const INATTIVITA_MS = 30 * 60 * 1000;
const DURATA_MASSIMA_MS = 8 * 60 * 60 * 1000;

/**
 * The session cookie: not readable by scripts, not sent by other sites' posts, bound to this host alone under https.
 * `Lax` and not `Strict`, because the browser comes back from pagoPA by a link of another site.
 */
export function sessions(opzioni: { store: Store; segreto: string; https: boolean }): RequestHandler {
  return session({
    name: opzioni.https ? '__Host-trimestre' : 'trimestre',
    store: opzioni.store,
    secret: opzioni.segreto,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: opzioni.https, path: '/', maxAge: INATTIVITA_MS },
  });
}

/** Ends what has lasted too long; the page that follows asks to come in again. */
export function absoluteExpiry(now: () => Date): RequestHandler {
  return (req, _res, next) => {
    const { accesso, operatore, lavoratore } = req.session;
    const inizio = (accesso ?? operatore ?? lavoratore)?.inizio;
    if (inizio === undefined || now().getTime() - Date.parse(inizio) < DURATA_MASSIMA_MS) {
      next();
      return;
    }
    req.session.regenerate(next);
  };
}

/** A new session id for a new identity: one planted before the login is worth nothing afterwards (abuse case AB-25). */
export function startSession(req: Parameters<RequestHandler>[0], chi: ChiEntra): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((errore: unknown) => {
      if (errore !== undefined && errore !== null) {
        reject(toError(errore));
        return;
      }
      Object.assign(req.session, chi);
      req.session.save((seconda: unknown) => {
        if (seconda !== undefined && seconda !== null) reject(toError(seconda));
        else resolve();
      });
    });
  });
}

/** Forgets the session on the server; the cookie that remains opens nothing. */
export function endSession(req: Parameters<RequestHandler>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((errore: unknown) => {
      if (errore !== undefined && errore !== null) reject(toError(errore));
      else resolve();
    });
  });
}

function toError(errore: unknown): Error {
  return errore instanceof Error ? errore : new Error('session store failure', { cause: errore });
}
