import type { DipendenzeBollettini } from '../bollettini/dipendenze.ts';
import type { ConTransazioni } from '../bollettini/transazioni.ts';
import type { CheckoutClient } from '../pagopa/checkout/checkout-client.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import type { ArchivioPagamenti } from './porte.ts';

/** What the room's services are given. */
export interface DipendenzePagamenti extends Omit<DipendenzeBollettini, 'archivio'> {
  readonly archivio: ConTransazioni<ArchivioPagamenti>;
  readonly nodo: NodoClient;
  /** Needed where carts go, or went, by Checkout. */
  readonly checkout?: { readonly client: CheckoutClient; readonly urlRitorno: string };
  /** How confirmed carts reach pagoPA. */
  readonly modo: 'carrello-rpt' | 'checkout';
  /** Origin of pagoPA's pages: a browser is sent nowhere else, whatever address an answer gives. */
  readonly originePagamento: string;
}
