import type { CodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { RegistroAtti } from './atti.ts';
import type { TokenApi } from './servizio-accesso.ts';

/** Counters of attempts, shared by all processes. */
export interface RepositoryLimiti {
  /** Adds one to each counter of this window and tells the new values, in the same order. */
  conta(chiavi: readonly string[], finestra: number): Promise<readonly number[]>;
  /** Takes one back. */
  rilascia(chiavi: readonly string[], finestra: number): Promise<void>;
  /** Forgets windows before this one. */
  dimentica(primaDi: number): Promise<void>;
}

export interface RepositoryToken {
  inserisci(token: TokenApi & { readonly impronta: string; readonly creatoIl: string }): Promise<void>;
  conImpronta(impronta: string): Promise<TokenApi | undefined>;
  /** False when there is no such token or it was revoked already. */
  revoca(id: Id, il: string): Promise<boolean>;
  elenco(): Promise<readonly TokenApi[]>;
}

/** What the way in asks of the register of rapporti. */
export interface CercaPosizioni {
  /** One query for both answers: found or not takes the same path. */
  rapportoDelDatore(
    codiceFiscale: CodiceFiscale,
    codice: CodiceRapporto,
  ): Promise<{ readonly datoreId: Id; readonly rapportoId: Id } | undefined>;
  datoreConCodiceFiscale(codiceFiscale: CodiceFiscale): Promise<Id | undefined>;
}

export interface ArchivioAccesso {
  readonly limiti: RepositoryLimiti;
  readonly token: RepositoryToken;
  readonly posizioni: CercaPosizioni;
  readonly atti: RegistroAtti;
}
