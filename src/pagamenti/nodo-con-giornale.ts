import type { CheckoutClient } from '../pagopa/checkout/checkout-client.ts';
import type { ChiaveTentativo, NodoClient } from '../pagopa/nodo-client.ts';
import type { FetchConGiornale, Oggetto } from './fetch-con-giornale.ts';
import type { NodoFlussi } from './flussi.ts';

/** A node's client whose messages the journal keeps under the payment they speak of. */
export function createNodoConGiornale(
  createClient: (fetch: typeof globalThis.fetch) => NodoClient & NodoFlussi,
  { fetch, parlandoDi }: FetchConGiornale,
  dominio: string,
): NodoClient & NodoFlussi {
  const client = createClient(fetch);
  return {
    inviaCarrelloRpt: (idCarrello, rpt) =>
      parlandoDi({ dominio, idCarrello }, () => client.inviaCarrelloRpt(idCarrello, rpt)),
    inviaRpt: (chiave, xml, canale) => parlandoDi(keyOnly(chiave), () => client.inviaRpt(chiave, xml, canale)),
    chiediStatoRpt: (chiave) => parlandoDi(keyOnly(chiave), () => client.chiediStatoRpt(chiave)),
    chiediCopiaRt: (chiave) => parlandoDi(keyOnly(chiave), () => client.chiediCopiaRt(chiave)),
    chiediElencoFlussi: () => client.chiediElencoFlussi(),
    chiediFlusso: (id) => client.chiediFlusso(id),
  };
}

/** The same for Checkout. */
export function createCheckoutConGiornale(
  createClient: (fetch: typeof globalThis.fetch) => CheckoutClient,
  { fetch, parlandoDi }: FetchConGiornale,
  dominio: string,
): CheckoutClient {
  const client = createClient(fetch);
  return {
    inviaCarrello: (carrello) =>
      parlandoDi({ dominio, ...(carrello.idCart !== undefined && { idCarrello: carrello.idCart }) }, () =>
        client.inviaCarrello(carrello),
      ),
  };
}

/** An attempt may carry more than its key; the journal wants only that. */
function keyOnly({ dominio, iuv, ccp }: ChiaveTentativo): Oggetto {
  return { dominio, iuv, ccp };
}
