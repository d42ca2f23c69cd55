import { codiceDi, guastoSqlite } from '../sqlite/guasto-sqlite.ts';
import { testoErrore } from '../valori/descrivi-errore.ts';
import { isPassing } from './connessione-persa.ts';

/** The database's file is no longer the one that was opened: what is written would be lost. */
export class ArchivioSparito extends Error {
  override readonly name = 'ArchivioSparito';
  readonly code = 'ARCHIVIO_SPARITO';
}

/** The connection was lost while a transaction was being committed: nobody knows whether it was. */
export class CommitIncerto extends Error {
  override readonly name = 'CommitIncerto';
  readonly code = 'COMMIT_INCERTO';

  constructor(opzioni: ErrorOptions) {
    super('the connection was lost at the commit', opzioni);
  }
}

/**
 * What the archive cannot do for now, through no fault of who asks. `occupato`: another process is writing, it passes by
 * itself; `non-disponibile`: full disk, file gone or read-only, database that does not answer.
 */
export type GuastoArchivio = 'occupato' | 'non-disponibile';

/** The archive's fault of a process of ours that worked for this one: the driver's error stayed there. */
export class ArchivioFermo extends Error {
  override readonly name = 'ArchivioFermo';
  readonly guasto: GuastoArchivio;

  constructor({ guasto, testo }: FermoRiferito) {
    super(testo);
    this.guasto = guasto;
  }
}

/** The same as one process tells it to another, without people's data. */
export interface FermoRiferito {
  readonly guasto: GuastoArchivio;
  readonly testo: string;
}

/** What to tell of an error that is the archive's; undefined of any other. */
export function riferisciFermo(errore: unknown): FermoRiferito | undefined {
  const guasto = guastoArchivio(errore);
  return guasto === undefined ? undefined : { guasto, testo: testoErrore(errore) };
}

/** PostgreSQL's: a lock not had, a race lost, a deadlock. */
const OCCUPATO = /^(55P03|40001|40P01)$/;
/** The file that is gone, the system's of a connection, PostgreSQL's classes of connection, resources, operator and system errors. */
const NON_DISPONIBILE =
  /^(ARCHIVIO_SPARITO|COMMIT_INCERTO|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)|08...|53...|57014|57P..|58...|25006|28...|3D000)$/;

/** The driver's own, without a code; knex writes the statement before it when one was on its way. */
const SENZA_RISPOSTA = /(^|- )(timeout expired|Query read timeout)/;

/** Whether an error, which may bear no code, says that the database does not answer, or no more. */
export function senzaRisposta(errore: Error): boolean {
  return errore.name === 'KnexTimeoutError' || isPassing(errore) || SENZA_RISPOSTA.test(errore.message);
}

/** The fault that an error of a query tells of; undefined when it is of another kind. */
export function guastoArchivio(errore: unknown): GuastoArchivio | undefined {
  if (!(errore instanceof Error)) return undefined;
  if (errore instanceof ArchivioFermo) return errore.guasto;
  const codice = codiceDi(errore);
  if (OCCUPATO.test(codice)) return 'occupato';
  return senzaRisposta(errore) || NON_DISPONIBILE.test(codice) ? 'non-disponibile' : guastoSqlite(errore);
}
