import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { isIn } from './session.ts';

declare module 'express-serve-static-core' {
  interface Locals {
    gettoni: Gettoni;
  }
}

/**
 * The tokens of forms (abuse case AB-28). Of who came in, a token is bound to the session; of who did not, to a cookie that the
 * first page with a form gives (signed double submit): reading a page writes nothing on the server. The id of a session
 * changes with the identity, and the tokens with it.
 */
class Gettoni {
  readonly #chiave: Buffer;
  readonly #biscotto: string;
  readonly #https: boolean;

  constructor(segreto: string, https: boolean) {
    this.#chiave = createHmac('sha256', segreto).update('gettoni dei moduli').digest();
    this.#biscotto = https ? '__Host-trimestre-modulo' : 'trimestre-modulo';
    this.#https = https;
  }

  /** The token for the forms of a page; gives the cookie to who has neither that nor a session. */
  of(req: Request): string {
    return this.#sign(this.#bond(req) ?? this.#giveCookie(req));
  }

  isGood(req: Request, gettone: unknown): boolean {
    const legame = this.#bond(req);
    return legame !== undefined && typeof gettone === 'string' && sameText(gettone, this.#sign(legame));
  }

  #bond(req: Request): string | undefined {
    if (isIn(req.session)) return `sessione ${req.sessionID}`;
    const valore = cookieOf(req, this.#biscotto);
    return valore === undefined ? undefined : `modulo ${valore}`;
  }

  #giveCookie(req: Request): string {
    const valore = randomBytes(18).toString('base64url');
    req.res?.cookie(this.#biscotto, valore, { httpOnly: true, sameSite: 'lax', secure: this.#https, path: '/' });
    return `modulo ${valore}`;
  }

  #sign(legame: string): string {
    return createHmac('sha256', this.#chiave).update(legame).digest('base64url');
  }
}

/** Makes the tokens of this portal known to its pages. To be put after the sessions. */
export function formTokens(segreto: string, https: boolean): RequestHandler {
  const gettoni = new Gettoni(segreto, https);
  return (_req, res, next) => {
    res.locals.gettoni = gettoni;
    next();
  };
}

/** Every post must carry its token. A browser that says the post comes from another site is refused without looking further. */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next();
    return;
  }
  const corpo = req.body as Record<string, unknown> | undefined;
  const gettone = corpo?.['_csrf'];
  requireToken(req, gettone);
  delete corpo?.['_csrf'];
  next();
};

/** @throws ErroreDati `pagina-scaduta` (403) when the token is not that of the request's session or cookie */
export function requireToken(req: Request, gettone: unknown): void {
  if (!comesFromElsewhere(req) && req.res?.locals.gettoni.isGood(req, gettone) === true) return;
  throw new ErroreDati('pagina-scaduta');
}

/** Whether the browser says that another site sent it. */
export function comesFromElsewhere(req: Request): boolean {
  const sito = req.get('Sec-Fetch-Site');
  return sito !== undefined && sito !== 'same-origin' && sito !== 'none';
}

/** The token for the forms of a page. */
export function csrfToken(req: Request): string {
  if (req.res === undefined) throw new Error('a token is for a page that answers a request');
  return req.res.locals.gettoni.of(req);
}

/** The value of a cookie, as it was sent; of a long one its beginning. */
export function cookieOf(req: Request, nome: string): string | undefined {
  const coppie = (req.get('Cookie') ?? '').split(';').map((coppia) => coppia.trim());
  return coppie
    .find((coppia) => coppia.startsWith(`${nome}=`))
    ?.slice(nome.length + 1)
    .slice(0, 100);
}

function sameText(dato: string, atteso: string): boolean {
  const [a, b] = [Buffer.from(dato), Buffer.from(atteso)];
  return a.length === b.length && timingSafeEqual(a, b);
}
