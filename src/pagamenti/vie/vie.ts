import type { CheckoutClient } from '../../pagopa/checkout/checkout-client.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import type { NodoClient } from '../../pagopa/nodo-client.ts';
import type { ModoConsegna } from '../pagamento.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import type { ViaDiConsegna } from './via.ts';
import { createViaAttivazione } from './via-attivazione.ts';
import { createViaCarrelloRpt } from './via-carrello-rpt.ts';
import { createViaCheckout } from './via-checkout.ts';

/** The way of a hand-off: each goes on by the one it began with, whatever is configured since. */
export type Vie = (modo: ModoConsegna) => ViaDiConsegna;

export function createVie(dip: {
  readonly nodo: NodoClient;
  readonly checkout?: { readonly client: CheckoutClient; readonly urlRitorno: string };
  readonly letture: ArchivioPagamenti;
  readonly ente: EnteCreditore;
}): Vie {
  const { nodo, checkout, letture, ente } = dip;
  const carrello = createViaCarrelloRpt(nodo, letture.tentativi);
  const attivazione = createViaAttivazione(nodo, letture);
  const perCheckout = checkout && createViaCheckout(checkout.client, letture, ente, checkout.urlRitorno);
  return (modo) => {
    if (modo === 'carrello-rpt') return carrello;
    if (modo === 'avviso') return attivazione;
    if (modo === 'checkout' && perCheckout !== undefined) return perCheckout;
    throw new Error(`no way to hand over a cart of kind ${modo}`);
  };
}
