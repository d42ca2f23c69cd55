import type { CodiceEsito } from '../../pagopa/rpt/rt.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import type { FacciaRt } from '../scenari/scenario.ts';
import type { StatoRptNodo } from '../stati-rpt.ts';

/** Everything needed to make one RT later; kept as JSON with the scheduled work. */
export interface RicettaRt {
  readonly chiave: ChiaveRpt;
  readonly codice: CodiceEsito;
  readonly motivo: string;
  readonly origine: 'psp' | 'nodo';
  readonly prima: readonly StatoRptNodo[];
  /** Which RT of this RPT: 0, 1… */
  readonly numero: number;
  readonly canale: string | null;
  /** Commission on the whole cart, borne by the receipt of its first RPT. */
  readonly commissione: number;
  /** Day of the payment, Italian. */
  readonly giorno: string;
  readonly consegna: NonNullable<FacciaRt['consegna']>;
  /** Cents added to what the receipt says was paid. */
  readonly variazione: number;
  readonly iuvSconosciuto: boolean;
  /** Only when there is no other RT by then. */
  readonly seManca?: true;
  /** The receipt's IUR when it is not to be invented: the token, for a notice. */
  readonly iur?: string;
}
