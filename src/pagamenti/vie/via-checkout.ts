import { oggettoDelPagamento } from '../../bollettini/avviso.ts';
import type { CarrelloCheckoutV2 } from '../../pagopa/checkout/carrello-checkout.ts';
import type { CheckoutClient } from '../../pagopa/checkout/checkout-client.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import { isVivo } from '../transizioni.ts';
import type { Consegna, Tentativo } from '../pagamento.ts';
import { orUnknown, type Sorte, type ViaDiConsegna } from './via.ts';

/**
 * The notice model: a cart of notices for Checkout, paid through the same notices a counter takes, closed by their receipts.
 * A cart holds no money and locks nothing, so after a lost answer it is simply sent again.
 * @param urlRitorno the portal's return page; Checkout adds nothing to the addresses it is given, so each carries the session
 */
export function createViaCheckout(
  checkout: CheckoutClient,
  letture: Pick<ArchivioPagamenti, 'bollettini' | 'rapporti'>,
  ente: EnteCreditore,
  urlRitorno: string,
): ViaDiConsegna {
  return {
    chiedi: () => Promise.resolve<Sorte>({ tipo: 'sconosciuta' }),
    invia: (consegna, richieste) =>
      orUnknown(async () => {
        const idSessione = `checkout-${consegna.id}`;
        // What a counter was paid meanwhile is left out: one paid notice would stop the whole cart.
        const daPagare = richieste.map(({ tentativo }) => tentativo).filter(({ stato }) => isVivo(stato));
        const paymentNotices = await Promise.all(daPagare.map((uno) => toNotice(letture, ente, consegna, uno)));
        const esito = await checkout.inviaCarrello({
          paymentNotices,
          idCart: consegna.idCarrello,
          returnUrls: returnUrls(urlRitorno, ente.codiceFiscale, idSessione),
        });
        if (esito.esito === 'OK') return { tipo: 'accettata', url: esito.url, idSessione };
        return { tipo: 'rifiutata', fault: { faultCode: `HTTP ${esito.stato}`, faultString: esito.dettaglio } };
      }),
  };
}

async function toNotice(
  { bollettini, rapporti }: Pick<ArchivioPagamenti, 'bollettini' | 'rapporti'>,
  ente: EnteCreditore,
  { datoreId }: Consegna,
  { bollettinoId, importo }: Tentativo,
): Promise<CarrelloCheckoutV2['paymentNotices'][number]> {
  const bollettino = await bollettini.trova({ datoreId }, bollettinoId);
  const rapporto = bollettino && (await rapporti.trova({ datoreId }, bollettino.rapportoId));
  if (bollettino === undefined || rapporto === undefined) throw new Error(`bollettino ${bollettinoId} is not there`);
  return {
    noticeNumber: bollettino.codiceAvviso,
    fiscalCode: ente.codiceFiscale,
    amount: importo,
    companyName: ente.denominazione,
    description: oggettoDelPagamento(bollettino, rapporto),
  };
}

function returnUrls(urlRitorno: string, idDominio: string, idSession: string): CarrelloCheckoutV2['returnUrls'] {
  const con = (esito: string) => `${urlRitorno}?${new URLSearchParams({ idDominio, idSession, esito }).toString()}`;
  return {
    returnOkUrl: con('OK'),
    returnCancelUrl: con('ERROR'),
    returnErrorUrl: con('ERROR'),
    returnWaitingUrl: con('DIFFERITO'),
  };
}
