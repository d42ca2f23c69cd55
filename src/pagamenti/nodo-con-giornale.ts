import type { CheckoutClient } from '../pagopa/checkout/checkout-client.ts';
import type { InviaHttp } from '../pagopa/invia-http.ts';
import type { ChiaveTentativo, NodoClient } from '../pagopa/nodo-client.ts';
import type { Oggetto } from './invio-con-giornale.ts';
import type { NodoFlussi } from './flussi.ts';

/** A node's client whose messages the journal keeps under the payment they speak of. */
export function createNodoConGiornale(
  createClient: (invia: InviaHttp) => NodoClient & NodoFlussi,
  conGiornale: (oggetto: Oggetto) => InviaHttp,
  dominio: string,
): NodoClient & NodoFlussi {
  const parlandoDi = (oggetto: Oggetto) => createClient(conGiornale(oggetto));
  return {
    inviaCarrelloRpt: (idCarrello, rpt) => parlandoDi({ dominio, idCarrello }).inviaCarrelloRpt(idCarrello, rpt),
    inviaRpt: (chiave, xml, canale) => parlandoDi(keyOnly(chiave)).inviaRpt(chiave, xml, canale),
    chiediStatoRpt: (chiave) => parlandoDi(keyOnly(chiave)).chiediStatoRpt(chiave),
    chiediCopiaRt: (chiave) => parlandoDi(keyOnly(chiave)).chiediCopiaRt(chiave),
    chiediElencoFlussi: () => parlandoDi({}).chiediElencoFlussi(),
    chiediFlusso: (id) => parlandoDi({}).chiediFlusso(id),
  };
}

/** The same for Checkout. */
export function createCheckoutConGiornale(
  createClient: (invia: InviaHttp) => CheckoutClient,
  conGiornale: (oggetto: Oggetto) => InviaHttp,
  dominio: string,
): CheckoutClient {
  return {
    inviaCarrello: (carrello) =>
      createClient(
        conGiornale({ dominio, ...(carrello.idCart !== undefined && { idCarrello: carrello.idCart }) }),
      ).inviaCarrello(carrello),
  };
}

/** An attempt may carry more than its key; the journal wants only that. */
function keyOnly({ dominio, iuv, ccp }: ChiaveTentativo): Oggetto {
  return { dominio, iuv, ccp };
}
