import { ConnectSessionKnexStore } from 'connect-session-knex';
import type { SessionData } from 'express-session';
import type { Knex } from 'knex';

/**
 * Sessions in the application's own database, in the table `sessioni` that the migrations make.
 * The library reports each failure twice: to the callback and by a rejected promise nobody waits for, which would end the
 * process (and a failed `touch` not at all, which would hang the answer). Only the callback is kept.
 */
export class SessionStore extends ConnectSessionKnexStore {
  /** @param onError told of failures of the periodic cleaning */
  constructor(knex: Knex, onError: (error: unknown) => void) {
    super({ knex, tableName: 'sessioni', createTable: false, cleanupInterval: 600_000, onDbCleanupError: onError });
    this.ready.catch(onError);
  }

  override get(
    sid: string,
    callback: (err: unknown, session?: SessionData | null) => void,
  ): Promise<SessionData | null> {
    return super.get(sid, callback).catch(() => null);
  }

  override set(sid: string, session: SessionData, callback?: (err?: unknown) => void): Promise<void> {
    return super.set(sid, session, callback).catch(() => undefined);
  }

  override touch(sid: string, session: SessionData, callback?: () => void): Promise<void> {
    return super.touch(sid, session, callback).catch(() => callback?.());
  }

  override destroy(sid: string, callback?: (err?: unknown) => void): Promise<number> {
    return super.destroy(sid, callback).catch(() => 0);
  }

  /** Stops the periodic cleaning, so that the process can end. */
  stop(): void {
    clearTimeout(this.nextDbCleanup);
    this.options.cleanupInterval = 0;
  }
}
