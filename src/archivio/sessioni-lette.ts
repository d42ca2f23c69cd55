import type { Connessione } from './connessione.ts';
import { istruzione } from './istruzione.ts';
import { testo } from './righe.ts';

/** A session as it is stored: what it holds, and the instant after which it is over. */
export interface SessioneLetta {
  readonly dati: unknown;
  readonly scade: Date;
}

const CON_SID = istruzione<'sid'>((q, v) =>
  q('sessioni')
    .where({ sid: v('sid') })
    .select('sess', 'expired'),
);

/**
 * Reads sessions, which every page does before anything else: over the readers' connection, where nobody waits for a payment
 * that is being written. The store's library writes them (`portale/http/session-store.ts`).
 */
export function createSessioniLette(db: Connessione): (sid: string) => Promise<SessioneLetta | undefined> {
  return async (sid) => {
    const [riga] = await db.righe(CON_SID({ sid }));
    if (riga === undefined) return undefined;
    const { sess, expired } = riga;
    // PostgreSQL gives JSON and instants as what they are, SQLite as texts.
    return {
      dati: typeof sess === 'string' ? JSON.parse(sess) : sess,
      scade: expired instanceof Date ? expired : new Date(testo(riga, 'expired')),
    };
  };
}
