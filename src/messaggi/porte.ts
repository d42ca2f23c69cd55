import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';

/** Where an employer wants reminders. */
export interface Contatto {
  readonly datoreId: Id;
  readonly email: string;
  /** What the links of the letters carry: opaque, and new with each address. */
  readonly chiave: string;
  /** UTC instants. */
  readonly scrittoIl: string;
  /** Undefined as long as who reads that address has not said yes. */
  readonly confermatoIl?: string;
}

export interface RepositoryContatti {
  di(datoreId: Id): Promise<Contatto | undefined>;
  conChiave(chiave: string): Promise<Contatto | undefined>;
  /** In the place of the address of before. */
  scrivi(contatto: Contatto): Promise<void>;
  /** False when no address has this key (any more). */
  conferma(chiave: string, il: string): Promise<boolean>;
  togli(datoreId: Id): Promise<void>;
  confermati(): Promise<readonly Contatto[]>;
  /**
   * Takes the messages that nobody has sent to this employer, for who calls to send them.
   * @returns those taken
   */
  prendiDaInviare(datoreId: Id, chiavi: readonly string[], il: string): Promise<readonly string[]>;
  /** They were not sent after all. */
  lascia(datoreId: Id, chiavi: readonly string[]): Promise<void>;
}

/** Which messages an employer has read, by their keys. */
export interface RepositoryMessaggi {
  letti(datoreId: Id): Promise<ReadonlySet<string>>;
  /** Those that were read already stay as they are. */
  segnaLetti(datoreId: Id, chiavi: readonly string[], il: string): Promise<void>;
  segnaDaLeggere(datoreId: Id, chiave: string): Promise<void>;
}
