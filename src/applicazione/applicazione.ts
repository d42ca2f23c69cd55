import type { Knex } from 'knex';
import type { ServizioAccesso } from '../accesso/servizio-accesso.ts';
import type { RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import type { Archivio } from '../archivio/archivio.ts';
import type { Calcolatore } from '../bollettini/base-di-calcolo.ts';
import type { ParoleBollettino } from '../bollettini/parole.ts';
import type { ServizioBollettini } from '../bollettini/servizio-bollettini.ts';
import type { ServizioFamiglia } from '../famiglia/servizio-famiglia.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import type { ServizioOperatori } from '../pagamenti/servizio-operatori.ts';
import type { ServizioPagamenti } from '../pagamenti/servizio-pagamenti.ts';
import type { ServizioSpid } from '../spid/servizio-spid.ts';
import type { Clock } from '../valori/clock.ts';

/** The services over one database, composed: what the portal, the batches and the command line call. */
export interface Applicazione {
  readonly impostazioni: Impostazioni;
  readonly clock: Clock;
  readonly registro: RegistroRapporti;
  readonly bollettini: ServizioBollettini;
  readonly pagamenti: ServizioPagamenti;
  readonly accesso: ServizioAccesso;
  /** Without providers, unless it is set up. */
  readonly spid: ServizioSpid;
  /** For real use alone: see `Impostazioni.usoReale`. */
  readonly famiglia: ServizioFamiglia;
  /** For who runs the program: anomalies, journal, watching, rendicontazione. */
  readonly operatori: ServizioOperatori;
  /** For batches alone, which read and write many employers' rows in one transaction. */
  readonly archivio: Archivio;
  readonly calcolatore: Calcolatore;
  /** How bollettini are spoken of. */
  readonly parole: ParoleBollettino;
  /** Only for the session store, whose table `sessioni` the migrations make (`createTable: false`). */
  readonly knex: Knex;
  /** Brings the schema up to date; safe to repeat and from several processes. Resolves to the migrations run. */
  migrate(): Promise<readonly string[]>;
  /** Loads `rules/demo.yaml`; what is there already stays as it is. Resolves to how many rapporti the file has. */
  loadDemo(): Promise<{ readonly datori: number; readonly rapporti: number; readonly bollettini: number }>;
  /**
   * Makes the demo data of today, or brings them up to the quarter: see `preparaDemoDiOggi`. Their people are then among the
   * simulated identities.
   */
  preparaDemoDiOggi(): Promise<void>;
  /**
   * Watches over what hangs (`operatori.sorveglia`) seals the acts done and forgets logins past their time, now and then, until the
   * application closes. One process or many.
   * @param onError told of a round that failed; the next one comes all the same
   */
  startSorveglianza(onError: (errore: unknown) => void): void;
  /**
   * Writes to the database and reads nothing of anybody: whether it can save.
   * @throws the database's error when it cannot
   */
  provaArchivio(): Promise<void>;
  /** Waits for what is running and closes the database. */
  close(): Promise<void>;
}
