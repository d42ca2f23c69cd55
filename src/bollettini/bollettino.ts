import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { GruppoSettimane } from '../contributi/calcolo.ts';
import type { CodiceAvviso, Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { CodiceInps } from './codice-inps.ts';
import type { DatiPersistiti, CalcoloPersistito } from './calcolo-persistito.ts';
import type { FondoDelBollettino } from './fondo-del-bollettino.ts';
import type { Settimane } from './settimane-coperte.ts';

/** The states of a bollettino's life, in order. */
export const STATI_BOLLETTINO = ['nel-carrello', 'in-pagamento', 'pagato', 'eliminato'] as const;

/**
 * Where a bollettino is in its life. `nel-carrello` → `in-pagamento` (Conferma e Paga) → `pagato`, or back when the payment
 * fails; `nel-carrello` → `eliminato` (Elimina), and back by who thinks better of it. Rows are never deleted; `pagato` is terminal.
 */
export type StatoBollettino = (typeof STATI_BOLLETTINO)[number];

/**
 * One payable: weeks of one group in a rapporto's quarter. No week is held by two that are alive (in cart or in payment) or
 * paid; an integration pays a difference, and weeks only when nobody has paid them.
 */
export interface Bollettino {
  readonly id: Id;
  readonly rapportoId: Id;
  readonly datoreId: Id;
  readonly trimestre: Trimestre;
  readonly gruppo: GruppoSettimane;
  readonly codiceInps: CodiceInps;
  readonly iuv: Iuv;
  readonly codiceAvviso: CodiceAvviso;
  readonly importo: Centesimi;
  readonly scadenza: Giorno;
  readonly stato: StatoBollettino;
  readonly settimane: Settimane;
  /** 1, 2, … within the quarter: what it asks is the difference from what was paid before. */
  readonly integrazione?: number;
  /** Day of the act of INPS's that interrupted the quarter's term, as the employer declared it. */
  readonly interrottaIl?: Giorno;
  /** What was paid, where INPS's own notice asked another amount than this one. */
  readonly versato?: Centesimi;
  /** Given back by INPS of what was paid for it: it no longer counts as paid. */
  readonly restituito?: Centesimi;
  /** What of it is for the association; absent where nothing is. */
  readonly fondo?: FondoDelBollettino | undefined;
  /** Given back of a second payment of it. */
  readonly doppioRestituito?: Centesimi;
  /** Grows with every change; changes are compare-and-set on it. */
  readonly versione: number;
  readonly dati: DatiPersistiti;
  readonly calcolo: CalcoloPersistito;
  /** UTC instants, ISO 8601. */
  readonly creatoIl: string;
  readonly aggiornatoIl: string;
}
