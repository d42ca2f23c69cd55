import type { Annota, DipendenzePagamenti } from '../dipendenze.ts';
import type { ModoConsegna } from '../pagamento.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import type { ViaDiConsegna } from './via.ts';
import { createViaAttivazione } from './via-attivazione.ts';
import { createViaCarrelloRpt } from './via-carrello-rpt.ts';
import { createViaCheckout } from './via-checkout.ts';

/**
 * The way of a hand-off: each goes on by the one it began with, whatever is configured since.
 * @param annota is given pagoPA's answers, to be written with what they do; without it they are written as they come
 */
export type Vie = (modo: ModoConsegna, annota?: Annota) => ViaDiConsegna;

export function createVie(
  dip: Pick<DipendenzePagamenti, 'nodo' | 'checkout' | 'annotando' | 'ente'> & { readonly letture: ArchivioPagamenti },
): Vie {
  const { letture, ente } = dip;
  return (modo, annota) => {
    const { nodo, checkout } = (annota && dip.annotando?.(annota)) ?? dip;
    if (modo === 'carrello-rpt') return createViaCarrelloRpt(nodo);
    if (modo === 'avviso') return createViaAttivazione(nodo, letture);
    if (checkout !== undefined) return createViaCheckout(checkout.client, letture, ente, checkout.urlRitorno);
    throw new Error(`no way to hand over a cart of kind ${modo}`);
  };
}
