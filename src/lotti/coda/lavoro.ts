import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Lotto } from '../../archivio/lotti-repository.ts';
import type { RiepilogoAvvisi } from '../avvisi/richiesta.ts';
import type { CodiceEsito } from '../calcola/richiesta.ts';
import type { Riepilogo } from '../calcola/totali.ts';
import type { RiepilogoClienti } from '../clienti/riepilogo-clienti.ts';
import type { Presa } from './presa.ts';

/** A batch somebody holds, in a folder of this machine where its files can stand. */
export interface Lavoro {
  readonly app: Applicazione;
  readonly lotto: Lotto;
  readonly presa: Presa;
  readonly cartella: string;
  readonly ingresso: string;
}

/** What a batch came to, as its row keeps it. */
export interface FineLotto {
  readonly codice: CodiceEsito;
  /** As `EsitoCalcola` has them, kept as they were on the day of the work; batches of before they were have none. */
  readonly premesse?: readonly string[];
  readonly avvertenze: readonly string[];
  readonly riepilogo: Riepilogo | RiepilogoAvvisi | RiepilogoClienti;
}

/** What came of the work. */
export interface Fatto {
  /** Files of the folder to be stored. */
  readonly prodotti: readonly string[];
  readonly fine: FineLotto;
}

export const ERRORI = 'errori.csv';
/** There only when a row was refused. */
export const DA_CORREGGERE = 'da-correggere.csv';
