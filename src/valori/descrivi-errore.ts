import { senzaDati } from './senza-dati.ts';

/** An error as it may be written in a log: what happened and where, nothing of whom. */
export interface ErroreDescritto {
  readonly tipo: string;
  /** The code of the driver, the database or the system: `SQLITE_FULL`, `23505`, `ECONNREFUSED`. */
  readonly codice?: string;
  readonly messaggio: string;
  /** The statement that the database was asked, without its values. */
  readonly istruzione?: string;
  /** PostgreSQL's names of what was violated. */
  readonly vincolo?: string;
  /** Where it was thrown: lines of code alone. */
  readonly righe: readonly string[];
  readonly causa?: ErroreDescritto;
}

const MESSAGGIO_MASSIMO = 400;
const RIGHE_MASSIME = 12;
const CAUSE_MASSIME = 3;
/** PostgreSQL's class «data exception»: its sentences repeat the value. */
const DATO_RIFIUTATO = /^22[0-9A-Z]{3}$/;
/** Knex writes what it asked before what was answered. */
const ISTRUZIONE =
  /^(select|insert|update|delete|with|begin|commit|rollback|savepoint|release|pragma|create|alter|drop)\b/i;
const DOPO_L_ISTRUZIONE = ' - ';

/**
 * Describes anything thrown for a log. Properties that libraries hang on their errors (statement, bindings, detail, the text
 * that was read) are left out, and the sentence is cleaned.
 */
export function descriviErrore(errore: unknown, profondita = 0): ErroreDescritto {
  if (!(errore instanceof Error)) return { tipo: typeof errore, messaggio: clean(String(errore)), righe: [] };
  const { code, constraint } = errore as { readonly code?: unknown; readonly constraint?: unknown };
  const causa = errore instanceof AggregateError ? (errore.errors as unknown[])[0] : errore.cause;
  return {
    tipo: errore.name,
    ...(typeof code === 'string' && { codice: code }),
    ...sentenceOf(errore, code),
    ...(typeof constraint === 'string' && { vincolo: constraint }),
    righe: framesOf(errore),
    ...(causa !== undefined && profondita < CAUSE_MASSIME && { causa: descriviErrore(causa, profondita + 1) }),
  };
}

/** The same for a terminal: a sentence, then the lines of code. */
export function testoErrore(errore: unknown): string {
  const { tipo, codice, messaggio, righe, causa } = descriviErrore(errore);
  const testa = `${tipo}${codice === undefined ? '' : ` ${codice}`}: ${messaggio}`;
  const sotto = causa === undefined ? [] : [`causa: ${causa.tipo} ${causa.codice ?? ''} ${causa.messaggio}`];
  return [testa, ...righe.map((riga) => `    ${riga}`), ...sotto].join('\n');
}

function sentenceOf(errore: Error, codice: unknown): Pick<ErroreDescritto, 'messaggio' | 'istruzione'> {
  if (typeof codice === 'string' && DATO_RIFIUTATO.test(codice))
    return { messaggio: 'a value that the database does not take' };
  const problemi = (errore as { readonly issues?: unknown }).issues;
  if (Array.isArray(problemi)) return { messaggio: clean(problemi.map(issue).join('; ')) };
  const inizio = ISTRUZIONE.test(errore.message) ? errore.message.lastIndexOf(DOPO_L_ISTRUZIONE) : -1;
  if (inizio < 0) return { messaggio: clean(errore.message) };
  const istruzione = errore.message.slice(0, inizio);
  return { messaggio: clean(errore.message.slice(inizio + DOPO_L_ISTRUZIONE.length)), istruzione: clean(istruzione) };
}

/** A schema's complaint: which field and why, not what stood in it. */
function issue(problema: unknown): string {
  const { path, code } = problema as { readonly path?: readonly unknown[]; readonly code?: unknown };
  return `${path?.join('.') ?? ''} ${String(code)}`;
}

function clean(testo: string): string {
  return senzaDati(testo).slice(0, MESSAGGIO_MASSIMO);
}

function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((riga) => riga.trim())
    .filter((riga) => riga.startsWith('at '))
    .slice(0, RIGHE_MASSIME);
}
