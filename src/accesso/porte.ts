import type { CodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { RegistroAtti } from './atti.ts';
import type { TokenApi } from './servizio-accesso.ts';

/** Failures, and the instant of the last one, in milliseconds; both 0 when there was none. */
export interface Contatore {
  readonly falliti: number;
  readonly ultimo: number;
}

/** Counters of attempts, shared by all processes. */
export interface RepositoryLimiti {
  /**
   * Reads the counters and writes what `lavoro` makes of them, in the same order, as one act that no other comes between;
   * writes nothing when it gives none.
   */
  aggiorna<T>(
    chiavi: readonly string[],
    lavoro: (letti: readonly Contatore[]) => { readonly contatori?: readonly Contatore[]; readonly esito: T },
  ): Promise<T>;
  /** Forgets the counters whose keys begin so. */
  azzera(inizi: readonly string[]): Promise<void>;
  /** Forgets counters that nothing was added to since this instant. */
  dimentica(primaDi: number): Promise<void>;
  /** How many counters of a kind have so many failures, the last one since an instant, and how many those are. */
  conta(
    inizio: string,
    quali: { readonly dal: number; readonly almeno: number },
  ): Promise<{ readonly quanti: number; readonly falliti: number }>;
}

export interface RepositoryToken {
  inserisci(token: TokenApi & { readonly impronta: string; readonly creatoIl: string }): Promise<void>;
  conImpronta(impronta: string): Promise<TokenApi | undefined>;
  /** The same, with the employer of this codice fiscale, whosever they are. */
  conDatore(
    impronta: string,
    codiceFiscale: string,
  ): Promise<{ readonly token: TokenApi; readonly datoreId?: Id } | undefined>;
  /** False when there is no such token or it was revoked already. */
  revoca(id: Id, il: string): Promise<boolean>;
  elenco(): Promise<readonly TokenApi[]>;
}

/** A rapporto, by who employs in it. */
export interface PosizioneDelLavoratore {
  readonly datoreId: Id;
  readonly rapportoId: Id;
}

/** What the way in asks of the register of rapporti. */
export interface CercaPosizioni {
  /** One query for both answers: found or not takes the same path. */
  rapportoDelDatore(codiceFiscale: CodiceFiscale, codice: CodiceRapporto): Promise<PosizioneDelLavoratore | undefined>;
  datoreConCodiceFiscale(codiceFiscale: CodiceFiscale): Promise<Id | undefined>;
  /** The rapporti in which this person works, of whatever employer: those that last first, then the latest hired. */
  rapportiDelLavoratore(codiceFiscale: CodiceFiscale): Promise<readonly PosizioneDelLavoratore[]>;
}

export interface ArchivioAccesso {
  readonly limiti: RepositoryLimiti;
  readonly token: RepositoryToken;
  readonly posizioni: CercaPosizioni;
  readonly atti: RegistroAtti;
}
