import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { Clock } from '../valori/clock.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { ConTransazioni } from './transazioni.ts';

/** What the room's services are given. */
export interface DipendenzeBollettini {
  readonly archivio: ConTransazioni<ArchivioBollettini>;
  /** The calculation over the rules in force: one result a group of weeks. */
  readonly calcola: (dati: DatiCalcolo) => readonly Calcolo[];
  readonly ente: EnteCreditore;
  readonly clock: Clock;
}
