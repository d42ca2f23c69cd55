import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

declare module 'express-serve-static-core' {
  interface Locals {
    risposte: Risposte;
  }
}

/** What a form brought: its texts, those left blank apart. */
type Scritto = Readonly<Record<string, string>>;

const PARAMETRO = 'risposta';
/** Longest address: servers and proxies take 8 KB of headers, and cookies want their part. */
const LUNGHEZZA_MASSIMA = 5000;
const BYTE_MASSIMI = 64 * 1024;
const BYTE_IV = 12;
const BYTE_SIGILLO = 16;

/**
 * The addresses of answers. What was typed stands in them sealed: nobody reads it in a log or in the history of a browser, and
 * it opens only on the page and for whom it was written. Nothing is kept on the server, so that an answer is there as long as its
 * address is: reloaded, gone back to, in two windows at once, after the session that asked for it has ended and begun again.
 */
class Risposte {
  readonly #chiave: Buffer;

  constructor(segreto: string) {
    this.#chiave = createHmac('sha256', segreto).update('risposte dei moduli').digest();
  }

  seal(scritto: Scritto, luogo: string): string {
    const iv = randomBytes(BYTE_IV);
    const cifra = createCipheriv('aes-256-gcm', this.#chiave, iv).setAAD(Buffer.from(luogo));
    const testo = Buffer.concat([cifra.update(deflateRawSync(JSON.stringify(scritto))), cifra.final()]);
    return Buffer.concat([iv, cifra.getAuthTag(), testo]).toString('base64url');
  }

  /** Undefined for what this portal did not seal, for this place and person. */
  open(sigillato: string, luogo: string): Scritto | undefined {
    const byte = Buffer.from(sigillato, 'base64url');
    if (byte.length <= BYTE_IV + BYTE_SIGILLO) return undefined;
    const cifra = createDecipheriv('aes-256-gcm', this.#chiave, byte.subarray(0, BYTE_IV), {
      authTagLength: BYTE_SIGILLO,
    });
    cifra.setAAD(Buffer.from(luogo)).setAuthTag(byte.subarray(BYTE_IV, BYTE_IV + BYTE_SIGILLO));
    let testo: Buffer;
    try {
      testo = Buffer.concat([cifra.update(byte.subarray(BYTE_IV + BYTE_SIGILLO)), cifra.final()]);
    } catch {
      return undefined;
    }
    return JSON.parse(inflateRawSync(testo, { maxOutputLength: BYTE_MASSIMI }).toString('utf8')) as Scritto;
  }
}

/** Makes the addresses of answers known to the pages. To be put after the sessions. */
export function answerPlaces(segreto: string): RequestHandler {
  const risposte = new Risposte(segreto);
  return (_req, res, next) => {
    res.locals.risposte = risposte;
    next();
  };
}

/**
 * Leads from a form that was sent, and changes nothing, to the page of its answer: reloaded, that asks to send nothing again.
 * @param pagina where the answer is shown, with its query if it has one
 * @param altrimenti shows the answer here, where the address would be too long
 */
export async function goToAnswer(
  { req, res }: { readonly req: Request; readonly res: Response },
  pagina: string,
  altrimenti: (scritto: Scritto) => unknown,
): Promise<void> {
  const scritto = filledIn(req.body as Readonly<Record<string, unknown>>);
  const [percorso = '', domanda] = pagina.split('?');
  const sigillato = res.locals.risposte.seal(scritto, placeOf(req, percorso));
  const indirizzo = `${percorso}?${domanda === undefined ? '' : `${domanda}&`}${PARAMETRO}=${sigillato}#esito`;
  if (indirizzo.length > LUNGHEZZA_MASSIMA) await altrimenti(scritto);
  else res.redirect(303, indirizzo);
}

/** What was typed in the form whose answer is asked for; undefined where the page is opened for itself. */
export function answerAsked(req: Request): Scritto | undefined {
  const sigillato = req.query[PARAMETRO];
  if (typeof sigillato !== 'string' || sigillato.length > LUNGHEZZA_MASSIMA) return undefined;
  return req.res?.locals.risposte.open(sigillato, placeOf(req, req.path));
}

/** Whether an answer is asked for that is not this person's to see. */
export function answerIsLost(req: Request): boolean {
  return req.query[PARAMETRO] !== undefined && answerAsked(req) === undefined;
}

/** A page, and for whom it is shown. */
function placeOf(req: Request, percorso: string): string {
  const { accesso, operatore } = req.session;
  if (operatore !== undefined) return `${percorso} operatori`;
  if (accesso === undefined) return `${percorso} tutti`;
  const { subject, authority } = accesso.contesto;
  const rapporto = authority.tipo === 'codice-rapporto' ? ` ${authority.rapportoId}` : '';
  return `${percorso} ${subject.datoreId}${rapporto}`;
}

function filledIn(corpo: Readonly<Record<string, unknown>>): Scritto {
  const voci = Object.entries(corpo).filter((voce): voce is [string, string] => {
    return typeof voce[1] === 'string' && voce[1] !== '';
  });
  return Object.fromEntries(voci);
}
