import type { CodiceAvviso, Iuv } from '../../pagopa/identificativi/codice-avviso.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';

/** A person, or a firm that paid, as a receipt names them. */
export interface PersonaRicevuta {
  readonly codiceFiscale: string;
  readonly nome: string;
}

/** What a payment of contributions was for: what the employer and the worker need to keep. */
export interface ContributiPagati {
  readonly codiceRapporto: string;
  readonly lavoratore: PersonaRicevuta;
  readonly trimestre: Trimestre;
  /** INPS code of the bollettino. */
  readonly codiceInps: string;
  readonly settimane: number;
  readonly ore: Decimale;
  /** Effective hourly pay; null where the band did not need it. */
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  /** With the association's part they are the amount paid. */
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  /** Contractual assistance fund (F2, E1): in neither share, as the attestazione has it. */
  readonly associazione: { readonly codice: string; readonly totale: Centesimi } | null;
}

/** The receipt of one payment: what SANP asks it to show (SANP 3.0 section 2.01), and what was paid. */
export interface DatiRicevuta {
  readonly ente: { readonly codiceFiscale: string; readonly denominazione: string };
  /** Who owed: the employer. */
  readonly debitore: PersonaRicevuta;
  /** Who paid for the employer, where the message says it was somebody else. */
  readonly versante?: PersonaRicevuta;
  readonly codiceAvviso: CodiceAvviso;
  readonly iuv: Iuv;
  /** Codice contesto pagamento: which attempt this was. */
  readonly ccp: string;
  /** Identificativo univoco riscossione: the payment's unique number at the PSP. */
  readonly iur: string;
  readonly prestatore: string;
  /** When the receipt was made, Italian time without zone: `2021-01-08T10:15:00`. */
  readonly dataOraMessaggio: string;
  /** When the payment was made: the day that frees the payer. */
  readonly dataEsito: Giorno;
  /** Its hour, Italian time, `15:00:00`; absent where the message has the day alone. */
  readonly oraEsito?: string;
  /** When the PSP books the money, where the message says it. */
  readonly dataApplicazione?: Giorno;
  readonly importo: Centesimi;
  /** What the PSP took for itself, on top of the amount; absent where the message does not say. */
  readonly commissione?: Centesimi;
  readonly causale: string;
  readonly contributi: ContributiPagati;
  /** Whether its names are cut, for who came in with two codes alone. */
  readonly nomiRidotti: boolean;
  /** Whether a real creditor was paid, and not a simulated one. */
  readonly reale: boolean;
}

/** What left the payer's pocket: unknown where the commission is. */
export function totaleAddebitato({ importo, commissione }: DatiRicevuta): Centesimi | undefined {
  return commissione === undefined ? undefined : centesimi(importo + commissione);
}
