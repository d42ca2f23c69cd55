import ClientPg from 'knex/lib/dialects/postgres/index.js';
import { whilePassing } from './connessione-persa.ts';

/** What our client finds in its configuration, besides knex's. */
export interface AttesePostgres {
  /** How long a connection is waited for, milliseconds. */
  readonly attesaMs: number;
}

/** The waits of a client of ours. */
export function attesePostgres(client: unknown): AttesePostgres {
  return (client as { readonly config: { readonly attese: AttesePostgres } }).config.attese;
}

/**
 * Knex's client of PostgreSQL: who needs a new connection while the server restarts waits for it, since nothing was done yet. A
 * server that is not there within the time for a connection is told as it is.
 */
export class ClientPostgres extends ClientPg {
  override acquireRawConnection(): Promise<unknown> {
    return whilePassing(() => super.acquireRawConnection(), attesePostgres(this).attesaMs);
  }
}
