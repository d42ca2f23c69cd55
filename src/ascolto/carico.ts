import type { Request, RequestHandler, Response } from 'express';
import { ATTESA_INERTE_MS } from './linee.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Rifiuta, rifiutaInParole } from './rifiuto.ts';

/** How much one process takes upon itself at a time. */
export interface LimitiCarico {
  /** Requests under way, from everybody. */
  readonly richieste: number;
  /** Bytes of bodies on their way, as their senders declare them: from everybody, and from one client. */
  readonly byteInArrivo: number;
  readonly byteDelCliente: number;
  /** How long a body may stand still, milliseconds. */
  readonly attesaCorpoMs: number;
}

const MEGA = 1024 * 1024;
export const LIMITI_CARICO: LimitiCarico = {
  richieste: 1_000,
  byteInArrivo: 64 * MEGA,
  byteDelCliente: 16 * MEGA,
  attesaCorpoMs: 15_000,
};

/** The most of one body that is ever held in memory: larger ones go to the disk piece by piece. */
const CORPO_IN_MEMORIA = 256 * 1024;
/** When to try again, seconds. */
const RIPROVA_FRA = 3;

/**
 * Sheds what comes beyond the limits, with a 503 that says when to come back, and ends bodies that stand still: what is begun
 * and never ended must not fill the memory, nor keep a place (abuse case AB-48).
 */
export function shedLoad(
  clienteDi: (req: Request) => string,
  limiti: LimitiCarico = LIMITI_CARICO,
  rifiuta: Rifiuta = rifiutaInParole,
): RequestHandler {
  const arrivi = new Conto();
  let inCorso = 0;
  return (req, res, next) => {
    const cliente = clienteDi(req);
    const byte = bodyOf(req);
    if (
      inCorso >= limiti.richieste ||
      arrivi.tutti + byte > limiti.byteInArrivo ||
      arrivi.di(cliente) + byte > limiti.byteDelCliente
    ) {
      refuse(req, res, rifiuta);
      return;
    }
    inCorso += 1;
    res.once('close', () => (inCorso -= 1));
    if (byte > 0) {
      arrivi.add(cliente, byte);
      whileArriving(req, res, { limiti, rifiuta, over: () => arrivi.add(cliente, -byte) });
    }
    next();
  };
}

/** Bytes that are on their way, by client. */
class Conto {
  readonly #clienti = new Map<string, number>();
  tutti = 0;

  di(cliente: string): number {
    return this.#clienti.get(cliente) ?? 0;
  }

  add(cliente: string, byte: number): void {
    const suoi = this.di(cliente) + byte;
    if (suoi === 0) this.#clienti.delete(cliente);
    else this.#clienti.set(cliente, suoi);
    this.tutti += byte;
  }
}

/** What of a request's body may come to stand in memory; 0 when it has none. */
function bodyOf(req: Request): number {
  const dichiarati =
    req.headers['transfer-encoding'] === undefined ? Number(req.headers['content-length'] ?? 0) : Infinity;
  return Math.min(Number.isNaN(dichiarati) ? CORPO_IN_MEMORIA : dichiarati, CORPO_IN_MEMORIA);
}

/** Ends a body in which nothing has come for too long, and says once that it has ended, however it did. */
function whileArriving(
  req: Request,
  res: Response,
  { limiti, rifiuta, over }: { readonly limiti: LimitiCarico; readonly rifiuta: Rifiuta; readonly over: () => void },
): void {
  const late = (): void => {
    if (!res.headersSent) {
      res.status(408).set('Connection', 'close');
      rifiuta(req, res, new ErroreDati('richiesta-fermata'));
    }
    // The line with it: a request that is answered and then loses its line tells nobody who still reads it.
    setImmediate(() => req.destroy());
  };
  req.setTimeout(limiti.attesaCorpoMs, late);
  let finito = false;
  const end = (): void => {
    if (finito) return;
    finito = true;
    over();
  };
  req.once('end', () => {
    // An answer may take its time: only a body that is missing is late.
    req.socket.setTimeout(ATTESA_INERTE_MS);
    end();
  });
  req.once('close', end);
  res.once('close', end);
}

function refuse(req: Request, res: Response, rifiuta: Rifiuta): void {
  res.status(503).set({ 'Retry-After': String(RIPROVA_FRA), Connection: 'close' });
  rifiuta(req, res, new ErroreDati('servizio-occupato'));
}
