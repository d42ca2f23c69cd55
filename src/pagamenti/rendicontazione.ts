import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { CodiceRiversamento } from '../pagopa/flussi/flusso-riversamento.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';

/** A flow as it is kept: what a PSP moved with one credit transfer. */
export interface FlussoConservato {
  readonly id: string;
  /** With `id` the key: a flow sent again corrected has another date. */
  readonly dataOra: string;
  readonly psp: string;
  /** Identifier of the credit transfer. */
  readonly regolamento: string;
  readonly dataRegolamento: string;
  readonly totale: Centesimi;
  readonly righe: number;
}

/** One payment of a flow, and the money of ours it speaks of. */
export interface RigaRendicontata {
  readonly flusso: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: Centesimi;
  readonly codice: CodiceRiversamento;
  readonly dataEsito: Giorno;
  readonly incassoId?: Id;
}

/** Money a receipt told of. */
export interface IncassoRendicontabile {
  readonly id: Id;
  readonly iuv: string;
  readonly iur: string;
  readonly importo: Centesimi;
  readonly dataEsito: Giorno;
  readonly natura: 'dovuto' | 'doppio';
}

/**
 * What flows and receipts say of each other. Money moves in two days (credit the day after, flow the day after that), so a
 * receipt without flow is missing only from the third (SACI 1.4.0 ch. 4).
 */
export interface RapportoRendicontazione {
  readonly flussi: readonly FlussoConservato[];
  /** Same IUV, IUR and amount, executed. */
  readonly riconciliati: { readonly quanti: number; readonly importo: Centesimi };
  /** Of these, the ones with code 8 or 9: made without an RPT, and counted on the flow's word where no receipt came. */
  readonly senzaRpt: readonly RigaRendicontata[];
  /** Same IUV and IUR, another amount. */
  readonly importoDiverso: readonly (RigaRendicontata & { readonly importoRicevuta: Centesimi })[];
  /** In a flow, and neither a receipt nor, with code 8 or 9, a bollettino of that amount. */
  readonly senzaRicevuta: readonly RigaRendicontata[];
  /** Code 3: the PSP took the payment back. */
  readonly revocati: readonly RigaRendicontata[];
  /** A receipt older than the days a flow takes, and in no flow. */
  readonly mancanti: readonly IncassoRendicontabile[];
  /** A receipt so recent that its flow is not due yet. */
  readonly inArrivo: { readonly quanti: number; readonly importo: Centesimi };
  /** In more than one flow: the PSP told it twice. */
  readonly ripetuti: readonly RigaRendicontata[];
}
