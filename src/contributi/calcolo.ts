import type { NumeroFascia } from '../norme/tabella-anno.ts';
import type { Scadenza } from '../scadenze/scadenza.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Decimale } from '../valori/decimale.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Passo } from '../valori/spiegazione.ts';

/** Agreed pay, before the thirteenth month and board: `importo` in cents. */
export interface PagaPattuita {
  readonly tipo: 'oraria' | 'mensile';
  readonly importo: Centesimi;
}

/** Codes of the contractual assistance funds: CAS.SA.COLF and EBILCOBA. */
export type CodiceAssociazione = 'F2' | 'E1';

/** What is known of a rapporto for one quarter: the input of the calculation. Hours may have a fraction (`24.5`). */
export interface DatiCalcolo {
  readonly trimestre: Trimestre;
  /** Paid hours of an ordinary week; with `settimane` it gives the hours when `ore` is absent. */
  readonly oreSettimanali?: Decimale;
  /** Paid hours of the whole quarter. */
  readonly ore?: Decimale;
  /** Weeks to pay (0-14); default: the quarter's Saturdays, less those before hiring and after termination. */
  readonly settimane?: number;
  readonly paga?: PagaPattuita;
  /** Pay + thirteenth + board already worked out, cents an hour: what INPS's own form asks. Takes the place of `paga`. */
  readonly retribuzioneOrariaEffettiva?: Centesimi;
  /** Days of board and lodging a week (0-7), valued with the year's conventional figures. */
  readonly vittoAlloggioGiorni?: number;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly associazione?: CodiceAssociazione;
  readonly assunzione?: Giorno;
  readonly cessazione?: Giorno;
}

/** Which weeks of the quarter a bollettino pays: one quarter can hold both kinds, and then gives two bollettini. */
export type GruppoSettimane = 'fino-24' | 'oltre-24';

/** The explained amount of one bollettino. `totale` includes the association's contribution when there is one. */
export interface Calcolo {
  readonly trimestre: Trimestre;
  readonly gruppo: GruppoSettimane;
  readonly settimane: number;
  readonly ore: Decimale;
  readonly oreSettimanali: Decimale | null;
  /** Pay + thirteenth + board, cents an hour; null when the pay was not given (only allowed in band 4). */
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  readonly fascia: NumeroFascia;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  /** Cents per paid hour, from the printed table. */
  readonly contributoOrario: Centesimi;
  readonly associazione: {
    readonly codice: CodiceAssociazione;
    readonly totale: Centesimi;
    readonly quotaLavoratore: Centesimi;
  } | null;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  readonly scadenza: Scadenza;
  readonly passi: readonly Passo[];
  /** What a person should know and decide: disagreeing sources, near limits, defaults taken. Italian sentences. */
  readonly avvertenze: readonly string[];
}
