import type { Giorno } from '../valori/giorno.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { CodiceFiscale } from './codice-fiscale.ts';
import type { CodiceRapporto } from './codice-rapporto.ts';
import type { Indirizzo } from './indirizzo.ts';
import type { LinguaAvviso } from './lingua-avviso.ts';
import type { SospensioniObbligo } from './sospensione-obbligo.ts';

/** Opaque random identifier of a row (at least 128 bits): the only one that may stand in a URL. */
export type Id = string;

/** The employer: who owes the contributions and receives the notice. */
export interface Datore {
  readonly id: Id;
  readonly codiceFiscale: CodiceFiscale;
  readonly cognome: string;
  readonly nome: string;
  readonly indirizzo?: Indirizzo;
  /** Of the notices they get; absent until somebody chooses. */
  readonly linguaAvviso?: LinguaAvviso;
}

/** The domestic worker. */
export interface Lavoratore {
  readonly id: Id;
  readonly codiceFiscale: CodiceFiscale;
  readonly cognome: string;
  readonly nome: string;
}

/** The terms that hold from a day on, until the next entry's day. */
export interface Condizioni {
  readonly dal: Giorno;
  /** Decimal text with a point: `"25"`, `"24.5"`. */
  readonly oreSettimanali: string;
  /** Absent when nobody has told it: up to 24 hours a week the amount cannot be computed without. */
  readonly paga?: { readonly tipo: 'oraria' | 'mensile'; readonly importo: Centesimi };
  /** Days of board and lodging a week, 0-7. */
  readonly vittoAlloggioGiorni: number;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly associazione?: 'F2' | 'E1';
}

/** One hiring: INPS gives a new codice even on re-hiring the same person. */
export interface RapportoDiLavoro {
  readonly id: Id;
  readonly codice: CodiceRapporto;
  readonly datoreId: Id;
  readonly lavoratore: Lavoratore;
  readonly assunzione: Giorno;
  readonly cessazione?: Giorno;
  /** Id of the suspension of due dates that holds where the employer is; absent where none does. */
  readonly territorio?: string;
  /** Quarters that owe nothing, as the employer declared; absent where there are none. */
  readonly sospensioni?: SospensioniObbligo;
  /** In order of `dal`; never empty; the first starts on or before `assunzione`. */
  readonly condizioni: readonly [Condizioni, ...Condizioni[]];
}
