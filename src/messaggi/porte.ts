import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';

/** Which messages an employer has read, by their keys. */
export interface RepositoryMessaggi {
  letti(datoreId: Id): Promise<ReadonlySet<string>>;
  /** Those that were read already stay as they are. */
  segnaLetti(datoreId: Id, chiavi: readonly string[], il: string): Promise<void>;
  segnaDaLeggere(datoreId: Id, chiave: string): Promise<void>;
}
