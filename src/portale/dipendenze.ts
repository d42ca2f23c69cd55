import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Arrivi } from './http/arrivi.ts';
import type { Limiti } from './http/rate-limits.ts';
import type { RegistroEventi } from './http/log.ts';
import type { ServizioPromemoria } from './promemoria.ts';
import type { LettoreAvvisi } from './lettura-avvisi.ts';

/** What the portal is made with. */
export interface DipendenzePortale {
  readonly app: Applicazione;
  readonly log: RegistroEventi;
  readonly limiti: Limiti;
  /** Real use: what only who started the program has seen. It begins an archive, and gives a new passphrase. */
  readonly codiceInizio?: string;
}

/** What every router of the portal is given: the same, and what one portal has one of. */
export interface Dipendenze extends DipendenzePortale {
  readonly arrivi: Arrivi;
  readonly leggiAvvisi: LettoreAvvisi;
  readonly promemoria: ServizioPromemoria;
}
