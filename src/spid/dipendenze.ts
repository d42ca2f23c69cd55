import type { Pseudonimo } from '../accesso/pseudonimo.ts';
import type { Clock } from '../valori/clock.ts';
import type { Credenziali } from './certificato.ts';
import type { Fornitore } from './fornitore.ts';
import type { Servizio } from './metadati.ts';
import type { Livello } from './nomi-saml.ts';
import type { RepositorySpid } from './porte.ts';
import type { Sigillo } from './sigillo.ts';

/** What the login with SPID works with. */
export interface DipendenzeSpid {
  readonly repository: RepositorySpid;
  readonly clock: Clock;
  readonly sigillo: Sigillo;
  readonly pseudonimo: Pseudonimo;
  readonly fornitori: readonly Fornitore[];
  readonly servizio: Servizio;
  /** Level asked where nobody says another. */
  readonly livello: Livello;
  /** Ours; read or made at first use. */
  readonly credenziali: () => Credenziali | Promise<Credenziali>;
}
