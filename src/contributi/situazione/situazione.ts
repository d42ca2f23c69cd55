import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type {
  AccordoVitto,
  CodiceAssociazione,
  LetturaTredicesima,
  PagaConcordata,
  Straordinario,
} from '../calcolo.ts';
import type { Familiare } from '../cuaf.ts';
import type { Letture } from '../letture.ts';
import type { MinimoChiesto } from '../minimo-contrattuale.ts';

/** Paid hours of each day of an ordinary week, from Sunday to Saturday. */
export type OrarioSettimanale = readonly [Decimale, Decimale, Decimale, Decimale, Decimale, Decimale, Decimale];

/** The terms that hold from a day on, until the next entry's day. */
export interface CondizioniNelTempo {
  /** Absent in the only terms of a quarter: they hold for all of it. */
  readonly dal?: Giorno;
  /** May be absent where the hours are told in total: the average then decides the band. */
  readonly oreSettimanali?: Decimale;
  /** Which days they fall on; default: spread from Monday to Saturday. */
  readonly orario?: OrarioSettimanale;
  readonly paga?: PagaConcordata;
  readonly retribuzioneOrariaEffettiva?: Centesimi;
  readonly vittoAlloggioGiorni?: number;
  readonly vitto?: AccordoVitto;
  readonly senzaCuaf: boolean;
  /** When given, decides CUAF instead of `senzaCuaf`. */
  readonly familiare?: Familiare;
  readonly tempoDeterminato: boolean;
  /** Hired to replace an absent worker: no 1.40%. */
  readonly sostituzione?: boolean;
}

/** How the paid hours are known. Weeks and months not listed follow the terms. */
export type OreDichiarate =
  /** `settimane`: how many weeks are paid, when it is not told which. */
  | { readonly tipo: 'contratto'; readonly settimane?: number }
  | { readonly tipo: 'settimane'; readonly settimane: readonly { readonly sabato: Giorno; readonly ore: Decimale }[] }
  | { readonly tipo: 'mesi'; readonly mesi: readonly { readonly mese: string; readonly ore: Decimale }[] }
  | { readonly tipo: 'totale'; readonly ore: Decimale; readonly settimane?: number };

/** Days not worked; what of them stays paid follows from the kind (rules/assenze.yaml) unless said here. */
export interface Assenza {
  readonly tipo: string;
  readonly dal: Giorno;
  readonly al: Giorno;
  /** Calendar days paid, from the first; takes the place of the rule's. */
  readonly giorniPagati?: number;
  /** Sickness days already paid in the same year. */
  readonly giorniGiaPagati?: number;
  /** Hours paid for the whole absence, instead of those that would have been worked. */
  readonly orePagate?: OrePagate;
}

export type OrePagate =
  | { readonly ore: Decimale }
  /**
   * Holidays of who is paid by the hour: a sixth of the weekly hours a working day (CCNL art. 17); by the older reading, where
   * it is asked for, the hours of the month before / 26.
   */
  | { readonly giorni: number; readonly oreMesePrecedente?: Decimale; readonly lettura?: 'un-sesto' | 'ore-del-mese' };

/**
 * The band by week is what the law's wording and the vendors say; by one weekly figure is how INPS's simulator asks.
 * The sources do not settle it.
 */
export type LetturaFascia = 'settimana-per-settimana' | 'orario-unico';

export type RichiestaSgravio =
  | { readonly codice: 'madri-2022'; readonly rientro: Giorno }
  | RichiestaOver80
  /** Named only to say that it is not computed. */
  | { readonly codice: 'posticipo-pensione' };

/** The answers that the over-80 relief asks for; one that is missing is a requirement not met. */
export interface RichiestaOver80 {
  readonly codice: 'over-80';
  readonly dal: Giorno;
  /** The person cared for is at least 80. */
  readonly ottantenne?: boolean;
  /** …and has the *indennità di accompagnamento*. */
  readonly accompagnamento?: boolean;
  /** ISEE for social and health services, in cents. */
  readonly isee?: Centesimi;
  /** The work is care of that person. */
  readonly assistenza?: boolean;
  /** A rapporto between the same persons, or their household, in the six months before. */
  readonly rapportoNeiSeiMesi?: boolean;
  /** The worker is a relative or affine of the employer. */
  readonly parente?: boolean;
  /** …with one of the tasks of DPR 1403/1971 art. 1 c. 3. */
  readonly mansioniAmmesse?: boolean;
}

/** All that can be known of a rapporto in one quarter. */
export interface Situazione extends Letture {
  readonly trimestre: Trimestre;
  readonly assunzione?: Giorno;
  /** Last day of the rapporto (legal end). */
  readonly cessazione?: Giorno;
  /** Unworked notice paid at the end: last day of the contribution duty, after `cessazione`. */
  readonly preavvisoFinoAl?: Giorno;
  readonly ferieNonGodute?: OrePagate;
  /** In order of `dal`. */
  readonly condizioni: readonly [CondizioniNelTempo, ...CondizioniNelTempo[]];
  readonly ore: OreDichiarate;
  readonly assenze: readonly Assenza[];
  readonly straordinari: readonly Straordinario[];
  /** `comprese`: the hours already hold them; `un-sesto`: a sixth of the weekly hours each, for who is paid by the hour. */
  readonly festivita: 'comprese' | 'un-sesto';
  /** Patron saint of the place (`06-29`), a holiday of CCNL art. 16. */
  readonly patrono?: string;
  readonly lettura: LetturaFascia;
  readonly tredicesima?: LetturaTredicesima;
  readonly associazione?: CodiceAssociazione;
  /** Night care or presence: the fund counts conventional hours a night, not the paid ones. */
  readonly notti?: { readonly tipo: 'assistenza' | 'presenza'; readonly quante: number };
  /** Paid to the fund beyond its hours; cents. */
  readonly assistenzaInPiu?: Centesimi;
  /** Only the fund's contribution is paid. */
  readonly soloAssistenza?: boolean;
  readonly sgravi: readonly RichiestaSgravio[];
  /** Level, form and allowances of the contract, to check the pay against its minimum. */
  readonly minimo?: MinimoChiesto;
  /** Ids of territorial suspensions that apply to this employer. */
  readonly territori: readonly string[];
}
