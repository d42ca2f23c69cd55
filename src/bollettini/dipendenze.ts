import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { AvvisoPredefinito } from '../avvisi/scelta-avviso.ts';
import type { Clock } from '../valori/clock.ts';
import type { Calcolatore } from './base-di-calcolo.ts';
import type { ParoleBollettino } from './parole.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { ConTransazioni } from './transazioni.ts';

/** What the room's services are given. */
export interface DipendenzeBollettini {
  readonly archivio: ConTransazioni<ArchivioBollettini>;
  readonly calcolatore: Calcolatore;
  readonly ente: EnteCreditore;
  readonly clock: Clock;
  /** What the settings say of notices; the edition in force, in Italian, when absent. */
  readonly avviso?: AvvisoPredefinito;
  /** How bollettini are spoken of; as of notices of ours, when absent. */
  readonly parole?: ParoleBollettino;
}
