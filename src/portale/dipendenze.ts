import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Limiti } from './http/rate-limits.ts';
import type { RegistroEventi } from './http/log.ts';

/** What every router of the portal is given. */
export interface Dipendenze {
  readonly app: Applicazione;
  readonly log: RegistroEventi;
  readonly limiti: Limiti;
}
