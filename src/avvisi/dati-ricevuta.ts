import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { CodiceAvviso, Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';

/** A person as documents name them. */
export interface Persona {
  readonly codiceFiscale: string;
  readonly nome: string;
}

/** What a payment of contributions was for: what the employer and the worker need to keep. */
export interface ContributiPagati {
  readonly codiceRapporto: string;
  readonly lavoratore: Persona;
  readonly trimestre: Trimestre;
  /** INPS code of the bollettino. */
  readonly codiceInps: string;
  readonly settimane: number;
  /** Decimal text with a comma, as people read it: `325`, `312,5`. */
  readonly ore: string;
  /** Effective hourly pay; null where the band did not need it. */
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  /** Inside the amount paid. */
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  /** Contractual assistance fund (F2, E1), inside the amount paid. */
  readonly contributoAssociazione?: { readonly codice: string; readonly importo: Centesimi };
}

/** The paper copy of a payment's receipt: what SANP asks it to show (SANP 3.0 section 2.01), and what was paid. */
export interface DatiRicevuta {
  readonly ente: Pick<EnteCreditore, 'reale' | 'codiceFiscale' | 'denominazione'>;
  readonly pagatore: Persona;
  readonly codiceAvviso: CodiceAvviso;
  readonly iuv: Iuv;
  /** Codice contesto pagamento: which attempt this was. */
  readonly ccp: string;
  /** Identificativo univoco riscossione: the payment's unique number at the PSP. */
  readonly iur: string;
  readonly prestatore: string;
  /** When the receipt was made, local time without zone as in the RT: `2021-01-08T10:15:00`. */
  readonly dataOraMessaggio: string;
  /** When the payment was made: the day that frees the payer. */
  readonly dataEsito: Giorno;
  /** Its hour, Italian time, `15:00:00`; absent where the message has the day alone. */
  readonly oraEsito?: string;
  /** When the PSP books the money, where the message says it. */
  readonly dataApplicazione?: Giorno;
  readonly importo: Centesimi;
  /** What the PSP took for itself, on top of the amount; absent where the RT does not say. */
  readonly commissione?: Centesimi;
  readonly causale: string;
  readonly contributi: ContributiPagati;
  /** The day the document is made: PDF dates and bytes depend on it alone. */
  readonly emessoIl: Giorno;
}
