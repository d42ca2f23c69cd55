import type { Scadenza } from '../../scadenze/scadenza.ts';
import type { Ore } from '../../valori/ore.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import type { OreGiornaliere } from '../situazione/ore-del-trimestre.ts';
import type { Situazione } from '../situazione/situazione.ts';
import type { TariffaAssistenza } from '../tariffa-assistenza.ts';
import type { OreDelloSgravio } from './ore-dello-sgravio.ts';
import type { OrePiane } from './ore-piane.ts';
import type { Riga } from './riga.ts';

/** Hours that a contractual fund counts at one amount. */
export interface OreDelFondo {
  readonly tariffa: TariffaAssistenza;
  readonly centesimiDiOra: number;
}

/** A group of weeks (up to 24 hours, above): what one bollettino pays, in hours and tariffs. */
export interface Gruppo {
  readonly gruppo: GruppoSettimane;
  readonly settimane: number;
  /** Its hours as they were, before they are rounded up to a whole one. */
  readonly esatte: Ore;
  /** Its hours to pay, by tariff; at least one row. */
  readonly righe: readonly Riga[];
  /** Null without a fund; more than one entry where its amount changes inside the weeks. */
  readonly fondo: readonly OreDelFondo[] | null;
  /** Paid to the fund beyond its hours, cents: the first group bears it. */
  readonly inPiu: number;
  readonly sgravi: readonly OreDelloSgravio[];
}

/** What is due for a quarter before any rounding: hours and tariffs by group of weeks, fund, reliefs, due date. */
export interface Conto {
  readonly situazione: Situazione;
  readonly contesto: ContestoTrimestre;
  /** One weekly figure that holds for all the weeks, or the hours of each day. */
  readonly ore: OrePiane | OreGiornaliere;
  /** One or two. */
  readonly gruppi: readonly Gruppo[];
  readonly scadenza: Scadenza;
  /** What the quarter gives the worker, all its groups together. */
  readonly settimaneAccreditate: number;
}
