import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { Clock } from '../valori/clock.ts';
import type { Calcolatore } from './base-di-calcolo.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { ConTransazioni } from './transazioni.ts';

/** What the room's services are given. */
export interface DipendenzeBollettini {
  readonly archivio: ConTransazioni<ArchivioBollettini>;
  readonly calcolatore: Calcolatore;
  readonly ente: EnteCreditore;
  readonly clock: Clock;
  /** Edition and language of the notices where nobody chose; the edition in force, in Italian, when absent. */
  readonly avviso?: SceltaAvviso;
}
