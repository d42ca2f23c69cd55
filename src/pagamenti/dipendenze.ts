import type { DipendenzeBollettini } from '../bollettini/dipendenze.ts';
import type { ConTransazioni } from '../bollettini/transazioni.ts';
import type { CheckoutClient } from '../pagopa/checkout/checkout-client.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import type { EventoDatato } from './giornale-eventi.ts';
import type { ArchivioPagamenti } from './porte.ts';

/** pagoPA as we speak to it. */
interface VersoPagoPa {
  readonly nodo: NodoClient;
  /** Needed where carts go, or went, by Checkout. */
  readonly checkout?: { readonly client: CheckoutClient; readonly urlRitorno: string };
}

/** Keeps an answer of pagoPA for the transaction that will write it down with what it does. */
export type Annota = (risposta: EventoDatato) => void;

/** What the room's services are given. */
export interface DipendenzePagamenti extends Omit<DipendenzeBollettini, 'archivio'>, VersoPagoPa {
  readonly archivio: ConTransazioni<ArchivioPagamenti>;
  /** The same ways, whose answers go to `annota` instead of into the journal; absent where no journal is kept. */
  readonly annotando?: (annota: Annota) => VersoPagoPa;
  /** How confirmed carts reach pagoPA. */
  readonly modo: 'carrello-rpt' | 'checkout';
  /** Origin of pagoPA's pages: a browser is sent nowhere else, whatever address an answer gives. */
  readonly originePagamento: string;
}
