import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { descriviErrore } from '../../valori/descrivi-errore.ts';
import { logPerTerminale, type Spiega } from './log-terminale.ts';
import { senzaDati } from '../../valori/senza-dati.ts';

/**
 * Where the portal writes what happened: never a codice fiscale, a name, a cookie, a token or a body (abuse case AB-45). What
 * is thrown is given as it is, under `errore`: the log itself describes it.
 */
export interface RegistroEventi {
  info(dati: Readonly<Record<string, unknown>>, messaggio: string): void;
  error(dati: Readonly<Record<string, unknown>>, messaggio: string): void;
}

/** Fields that hold secrets or people by their very name; they are not to be given, and do not come out if they are. */
const MAI = [
  'authorization',
  'cookie',
  'password',
  'segreto',
  'token',
  'sid',
  '_csrf',
  'codiceFiscale',
  'cf',
  'nome',
  'cognome',
  'corpo',
  'body',
].flatMap((campo) => [campo, `*.${campo}`, `*.*.${campo}`]);

/** Where a program's log goes: a terminal, which a person looks at, gets what goes wrong alone (see `logPerTerminale`). */
export function standardOutput(spiega: Spiega): DestinationStream | undefined {
  return process.stdout.isTTY ? logPerTerminale((riga) => process.stdout.write(riga), spiega) : undefined;
}

/** One JSON line an event, on standard output unless told otherwise. */
export function createLog(livello: 'info' | 'silent' = 'info', destinazione?: DestinationStream): RegistroEventi {
  const opzioni = {
    level: livello,
    base: { servizio: 'portale' },
    redact: { paths: MAI, censor: '…' },
    formatters: { log: (dati: Record<string, unknown>) => cleaned(dati) as Record<string, unknown> },
  };
  return destinazione === undefined ? pino(opzioni) : pino(opzioni, destinazione);
}

/** Texts and errors without people's data, however deep they stand. */
function cleaned(valore: unknown, profondita = 0): unknown {
  if (typeof valore === 'string') return senzaDati(valore);
  if (valore instanceof Error) return descriviErrore(valore);
  if (typeof valore !== 'object' || valore === null) return valore;
  if (profondita === 4) return '…';
  if (Array.isArray(valore)) return valore.map((uno) => cleaned(uno, profondita + 1));
  return Object.fromEntries(Object.entries(valore).map(([nome, uno]) => [nome, cleaned(uno, profondita + 1)]));
}

declare module 'express-serve-static-core' {
  interface Locals {
    richiesta: string;
  }
}

/**
 * One line a request: method, address, status, time. Of the address, the words that are ours and opaque ids: whatever else
 * somebody typed is left out, and so is the query. Every request gets an id, which error pages show.
 * @param parole segments of the portal's own addresses
 */
export function requestLog(log: RegistroEventi, parole: ReadonlySet<string>): RequestHandler {
  return (req, res, next) => {
    res.locals.richiesta = randomUUID();
    const inizio = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - inizio) / 1e6;
      log.info(
        {
          richiesta: res.locals.richiesta,
          metodo: req.method,
          percorso: knownPath(req.originalUrl, parole),
          stato: res.statusCode,
          ms: Math.round(ms),
        },
        'richiesta',
      );
    });
    next();
  };
}

const ID_OPACO = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^\d{1,6}(\.xml)?$/;

function knownPath(indirizzo: string, parole: ReadonlySet<string>): string {
  const [percorso = ''] = indirizzo.split('?');
  return percorso
    .slice(0, 300)
    .split('/')
    .map((parte) => (parte === '' || parole.has(parte) || ID_OPACO.test(parte) ? parte : '…'))
    .join('/');
}
