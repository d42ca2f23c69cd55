import type { Pseudonimo } from '../accesso/pseudonimo.ts';
import type { RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import type { ConTransazioni } from '../bollettini/transazioni.ts';
import type { Clock } from '../valori/clock.ts';
import type { ArchivioFamiglia } from './porte.ts';

/** What the service is made with. */
export interface DipendenzeFamiglia {
  readonly archivio: ConTransazioni<ArchivioFamiglia>;
  readonly registro: RegistroRapporti;
  readonly pseudonimo: Pseudonimo;
  readonly clock: Clock;
}
