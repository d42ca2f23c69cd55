import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';

/**
 * A hand-off: one cart of at most five RPTs sent to the node together. A bigger Conferma e Paga gives several, sent one
 * after the other, each with the person's press of a button.
 */
export interface Consegna {
  readonly id: Id;
  readonly datoreId: Id;
  /** Groups the hand-offs of one Conferma e Paga; unique with `ordine`. */
  readonly confermaId: Id;
  /** 1, 2, … within the confirmation. */
  readonly ordine: number;
  /** identificativoCarrello, 35 characters (SANP); of a notice paid at a counter, `avviso-` and its receipt. */
  readonly idCarrello: string;
  readonly modo: ModoConsegna;
  readonly stato: StatoConsegna;
  /** Where the node told us to send the browser; set once accepted. */
  readonly url?: string;
  readonly totale: Centesimi;
  /** Set when the browser came back; for display only, never for the state of a payment. */
  readonly esitoRitorno?: 'OK' | 'ERROR' | 'DIFFERITO';
  /** Why the node refused it: its fault code and words. */
  readonly errore?: string;
}

export const MODI_CONSEGNA = ['carrello-rpt', 'checkout', 'avviso'] as const;

/**
 * How it reaches pagoPA: a cart of RPTs, a cart of notices (Checkout), or not by us at all: the notice is paid at a counter. In
 * the notice model the hand-off is then made with its receipt; in the first model when the PSP activates it, and its RPT follows.
 */
export type ModoConsegna = (typeof MODI_CONSEGNA)[number];

export const STATI_CONSEGNA = ['da-inviare', 'invio-incerto', 'inviata', 'rifiutata', 'conclusa'] as const;

export type StatoConsegna = (typeof STATI_CONSEGNA)[number];

/** One attempt to pay one bollettino: (dominio, IUV, CCP). */
export interface Tentativo {
  readonly id: Id;
  readonly consegnaId: Id;
  readonly bollettinoId: Id;
  readonly dominio: string;
  readonly iuv: Iuv;
  readonly ccp: string;
  readonly importo: Centesimi;
  readonly stato: StatoTentativo;
}

export const STATI_TENTATIVO = [
  'da-inviare',
  'in-attesa',
  'eseguito',
  'non-eseguito',
  'decorsi-termini',
  'rifiutato',
  'anomalo',
] as const;

/**
 * What may follow what is the table of `transizioni.ts`. Only `eseguito` is final: after every other state the receipt of an
 * executed payment may still come, and is heard.
 */
export type StatoTentativo = (typeof STATI_TENTATIVO)[number];
