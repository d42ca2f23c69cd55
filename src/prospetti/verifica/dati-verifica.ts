import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { CodiceAssociazione, PagaPattuita } from '../../contributi/calcolo.ts';
import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import type { Centesimi } from '../../valori/denaro.ts';

/** What is known of a notice besides its amount. Each fact that is given must hold in every hypothesis. */
export interface FattiNoti {
  /** Paid hours of the quarter, as the notice says. */
  readonly ore?: Decimale;
  readonly oreSettimanali?: Decimale;
  readonly settimane?: number;
  readonly fascia?: NumeroFascia;
  readonly senzaCuaf?: boolean;
  readonly tempoDeterminato?: boolean;
  /** null: surely none. */
  readonly associazione?: CodiceAssociazione | null;
  readonly paga?: PagaPattuita;
  readonly retribuzioneOrariaEffettiva?: Centesimi;
  readonly vittoAlloggioGiorni?: number;
}

/** A notice to check: what could it be the amount of? */
export interface DatiVerifica {
  readonly trimestre: Trimestre;
  readonly importo: Centesimi;
  readonly noti: FattiNoti;
  /** The rapporto the notice is for: its terms make a hypothesis more plausible, never impossible. */
  readonly rapporto?: RapportoDiLavoro;
  /** Also look for hours and weekly hours that end in a half. */
  readonly mezzeOre: boolean;
  /** Hours truly paid in the quarter: how far off is the notice? */
  readonly oreVere?: Decimale;
  /** Weeks truly paid; default: those of the best hypothesis. */
  readonly settimaneVere?: number;
}
