import type { Indennita, Livello } from '../norme/minimi.ts';
import type { NumeroFascia } from '../norme/tabella-anno.ts';
import type { Scadenza } from '../scadenze/scadenza.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Decimale } from '../valori/decimale.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Passo } from '../valori/spiegazione.ts';
import type { Letture } from './letture.ts';

/** Agreed pay, before the thirteenth month and board: `importo` in cents. */
export interface PagaPattuita {
  readonly tipo: 'oraria' | 'mensile';
  readonly importo: Centesimi;
}

/** Agreed pay in every form a contract can give it; a daily pay needs its paid days of a week (1-7). */
export interface PagaConcordata {
  readonly tipo: PagaPattuita['tipo'] | 'giornaliera' | 'settimanale';
  readonly importo: Centesimi;
  readonly giorniSettimanali?: number;
}

/**
 * Board and lodging that enter the pay: single meals and nights a week at the year's conventional values, or an allowance
 * in money a day or a month. (`vittoAlloggioGiorni` is the plain case: full board so many days a week.)
 */
export type AccordoVitto =
  | { readonly tipo: 'pasti'; readonly pranzi: number; readonly cene: number; readonly alloggi: number }
  | { readonly tipo: 'denaro'; readonly ogni: 'giorno'; readonly importo: Centesimi; readonly giorni: number }
  | { readonly tipo: 'denaro'; readonly ogni: 'mese'; readonly importo: Centesimi };

/** On what the thirteenth is reckoned: pay and board (current practice) or pay alone (the older reading). */
export type LetturaTredicesima = 'su-paga-e-vitto' | 'sulla-paga';

/** Codes of the contractual assistance funds: CAS.SA.COLF and EBILCOBA. */
export type CodiceAssociazione = 'F2' | 'E1';

/** Hours beyond the ordinary ones. */
export interface Straordinario {
  readonly giorno?: Giorno;
  readonly ore: Decimale;
}

/** What is known of a rapporto for one quarter: the input of the calculation. Hours may have a fraction (`24.5`). */
export interface DatiCalcolo extends Letture {
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
  /** Id of the territorial suspension that applies to this employer, or `nessuno`. */
  /** Nights that the contractual fund counts by its conventional hours, of care or of presence. */
  readonly notti?: { readonly tipo: 'assistenza' | 'presenza'; readonly quante: number };
  /** Overtime beside the ordinary hours; without its day it adds to the quarter's total alone. */
  readonly straordinari?: readonly Straordinario[];
  /** Hired to replace an absent worker: no 1.40%. */
  readonly sostituzione?: boolean;
  /** Paid to the fund beyond its hours, to reach the year's minimum for its benefits; cents. */
  readonly assistenzaInPiu?: Centesimi;
  /** Only the fund's contribution is paid: those of INPS were, or will be, with another bollettino. */
  readonly soloAssistenza?: boolean;
  readonly territorio?: string;
  /** Level of the contract, to check the pay against its minimum. */
  readonly livello?: Livello;
  /** Allowances of tables H, I and L that are due on top. */
  readonly indennita?: readonly Indennita[];
  /** Seniority rises matured; by default counted from the hiring. */
  readonly scatti?: number;
}

/** What a person is paid, in any form that decides the effective hourly pay. */
export interface PagaEVitto {
  readonly paga?: PagaConcordata;
  readonly retribuzioneOrariaEffettiva?: Centesimi;
  readonly vittoAlloggioGiorni?: number;
  readonly vitto?: AccordoVitto;
}

/** The same with any agreement on pay and board. */
export interface DatiCalcoloCompleti extends Omit<DatiCalcolo, 'paga'> {
  readonly paga?: PagaConcordata;
  /** Board in another form; takes the place of `vittoAlloggioGiorni`. */
  readonly vitto?: AccordoVitto;
  /** Default `su-paga-e-vitto`. */
  readonly tredicesima?: LetturaTredicesima;
}

/** Which weeks of the quarter a bollettino pays: one quarter can hold both kinds, and then gives two bollettini. */
export type GruppoSettimane = 'fino-24' | 'oltre-24';

/** One contribution week as it was: paid hours, INPS's flag, and the group that pays it (null when nothing is paid). */
export interface SettimanaPagata {
  readonly domenica: Giorno;
  readonly sabato: Giorno;
  readonly ore: Decimale;
  /** 1 = paid, 0 = not paid, 2 = week of unworked notice paid at the end. */
  readonly segno: '0' | '1' | '2';
  readonly gruppo: GruppoSettimane | null;
}

/** Hours of a bollettino at one tariff: conditions that change inside the quarter give more than one row. */
export interface RigaContributo {
  readonly ore: Decimale;
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  readonly fascia: NumeroFascia;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly contributoOrario: Centesimi;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
}

/** A relief taken off the amount, and off whose share. */
export interface SgravioApplicato {
  readonly codice: 'madri-2022' | 'over-80';
  readonly nome: string;
  readonly importo: Centesimi;
  readonly aCarico: 'lavoratore' | 'datore';
}

/** What `calcolaTrimestre` adds to a result: the weeks as they were, the rows by tariff, the reliefs. */
export interface DettaglioTrimestre {
  /** One flag a week of the quarter, as on the notice: weeks of the other bollettino are 0 here. */
  readonly segniSettimane: string;
  /** All the weeks of the quarter. */
  readonly settimane: readonly SettimanaPagata[];
  /** At least one; the result's band, pay and hourly contribution are those of the last. */
  readonly righe: readonly RigaContributo[];
  readonly sgravi: readonly SgravioApplicato[];
}

/** The explained amount of one bollettino. `totale` includes the association's contribution when there is one. */
export interface Calcolo {
  readonly trimestre: Trimestre;
  readonly gruppo: GruppoSettimane;
  readonly settimane: number;
  /** Weeks that the whole quarter, its other bollettino included, gives the worker (DPR 1403/1971 art. 10). */
  readonly settimaneAccreditate: number;
  /** Hours to pay: whole ones, unless the exact reading was asked for. */
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
  readonly dettaglio?: DettaglioTrimestre;
  readonly passi: readonly Passo[];
  /** What a person should know and decide: disagreeing sources, near limits, defaults taken. Italian sentences. */
  readonly avvertenze: readonly string[];
  /** Those of `avvertenze` that not even a row of a file goes without. */
  readonly daDire: readonly string[];
}
