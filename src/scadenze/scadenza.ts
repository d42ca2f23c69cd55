import type { Giorno } from '../valori/giorno.ts';
import type { Passo } from '../valori/spiegazione.ts';

/** When a quarter's contributions can and must be paid. */
export interface Scadenza {
  /** First day of the payment window. */
  readonly apertura: Giorno;
  /** Last day. */
  readonly scadenza: Giorno;
  /** True when the last day is not the 10th of the month. */
  readonly spostata: boolean;
  /** Why it was moved (Sunday, holiday, suspension), in Italian; null when it was not. */
  readonly motivo: string | null;
  /** Where the sources disagree (a Saturday), the earlier day that is safe for all of them. */
  readonly giornoSicuro?: Giorno;
  readonly passi: readonly Passo[];
}
