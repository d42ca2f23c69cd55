import type { GiornoDelTrimestre } from '../situazione/calendario.ts';

/** A day of a group of weeks with its paid hours (hundredths). */
export interface GiornoPagato {
  readonly indice: number;
  readonly giorno: GiornoDelTrimestre;
  readonly ore: number;
}
