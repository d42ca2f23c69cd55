import { ConnectSessionKnexStore } from 'connect-session-knex';
import type { SessionData } from 'express-session';
import type { Applicazione } from '../../applicazione/applicazione.ts';

/** A session that lives 30 minutes need not be told at every page that it goes on: once a minute will do. */
const PROROGA_MINIMA_MS = 60_000;
/** Far more requests than are ever under way. */
const MASSIMO_IN_CORSO = 10_000;

/**
 * Sessions in the application's own database, in the table `sessioni` that the migrations make.
 * The library reports each failure twice: to the callback and by a rejected promise nobody waits for, which would end the
 * process (and a failed `touch` not at all, which would hang the answer). Only the callback is kept. It also reads through the
 * writers' connection, and writes at every page: people would wait for whatever is being written, so this reads by itself.
 */
export class SessionStore extends ConnectSessionKnexStore {
  readonly #leggi: Applicazione['archivio']['sessione'];
  /** When the sessions of the requests under way end, as stored. */
  readonly #scadenze = new Map<string, number>();

  #ferma = false;

  /** @param onError told of failures of the periodic cleaning, until it is stopped */
  constructor({ knex, archivio }: Pick<Applicazione, 'knex' | 'archivio'>, onError: (error: unknown) => void) {
    const onDbCleanupError = (errore: unknown): void => {
      // One that was under way when its database was closed has nothing to report.
      if (!this.#ferma) onError(errore);
    };
    super({ knex, tableName: 'sessioni', createTable: false, cleanupInterval: 600_000, onDbCleanupError });
    this.ready.catch(onError);
    this.#leggi = archivio.sessione;
  }

  override async get(
    sid: string,
    callback: (err: unknown, session?: SessionData | null) => void,
  ): Promise<SessionData | null> {
    let sessione: SessionData | null;
    try {
      sessione = this.#current(sid, await this.#leggi(sid));
    } catch (errore) {
      callback(errore);
      return null;
    }
    callback(null, sessione);
    return sessione;
  }

  override set(sid: string, session: SessionData, callback?: (err?: unknown) => void): Promise<void> {
    this.#scadenze.delete(sid);
    return super.set(sid, session, callback).catch(() => undefined);
  }

  override touch(sid: string, session: SessionData, callback?: () => void): Promise<void> {
    const scritta = this.#scadenze.get(sid) ?? 0;
    this.#scadenze.delete(sid);
    if ((session.cookie.expires?.getTime() ?? 0) - scritta < PROROGA_MINIMA_MS) {
      callback?.();
      return Promise.resolve();
    }
    return super.touch(sid, session, callback).catch(() => callback?.());
  }

  override destroy(sid: string, callback?: (err?: unknown) => void): Promise<number> {
    this.#scadenze.delete(sid);
    return super.destroy(sid, callback).catch(() => 0);
  }

  /** Stops the periodic cleaning, so that the process can end. */
  stop(): void {
    this.#ferma = true;
    clearTimeout(this.nextDbCleanup);
    this.options.cleanupInterval = 0;
  }

  #current(sid: string, letta: Awaited<ReturnType<Applicazione['archivio']['sessione']>>): SessionData | null {
    if (letta === undefined || letta.scade.getTime() <= Date.now()) return null;
    if (this.#scadenze.size >= MASSIMO_IN_CORSO) this.#scadenze.clear();
    this.#scadenze.set(sid, letta.scade.getTime());
    return letta.dati as SessionData;
  }
}
