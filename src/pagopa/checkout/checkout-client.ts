import { type InviaHttp, inviaHttp, type RispostaHttp } from '../invia-http.ts';
import { NodoIrraggiungibile } from '../nodo-client.ts';
import type { CarrelloCheckoutV1, CarrelloCheckoutV2 } from './carrello-checkout.ts';

/** Header with the creditor's key (API gateway of pagoPA). */
export const HEADER_CHIAVE = 'Ocp-Apim-Subscription-Key';

/** A problem, or a page that nobody reads. */
const BYTE_MASSIMI = 64 * 1024;

export interface OpzioniCheckoutClient {
  /** Base of the API with its version, e.g. `http://localhost:3001/checkout/ec/v2`. */
  readonly url: string;
  readonly chiave?: string;
  readonly timeoutMs: number;
  /** How messages are sent; plainly, when nobody has to see them go by. */
  readonly invia?: InviaHttp;
}

export type EsitoCheckout =
  | { readonly esito: 'OK'; readonly url: string }
  | { readonly esito: 'KO'; readonly stato: number; readonly dettaglio: string };

/** The other way to hand notices over to pagoPA: a JSON cart, and the browser goes where the answer says. */
export interface CheckoutClient {
  /**
   * Sends a cart. Refusals (400, 401, 404, 422, 500 with a problem) resolve to KO: Checkout kept nothing.
   * @throws NodoIrraggiungibile when nothing readable came back; a cart holds no money and locks nothing, so it may be sent again
   */
  inviaCarrello(carrello: CarrelloCheckoutV1 | CarrelloCheckoutV2): Promise<EsitoCheckout>;
}

export function createCheckoutClient(opzioni: OpzioniCheckoutClient): CheckoutClient {
  const { url, chiave, timeoutMs, invia = inviaHttp } = opzioni;
  return {
    async inviaCarrello(carrello) {
      const intestazioni = {
        'Content-Type': 'application/json',
        ...(chiave !== undefined && { [HEADER_CHIAVE]: chiave }),
      };
      const richiesta = { intestazioni, corpo: JSON.stringify(carrello), timeoutMs, byteMassimi: BYTE_MASSIMI };
      let risposta: RispostaHttp;
      try {
        risposta = await invia(`${url}/carts`, richiesta);
      } catch (errore) {
        throw new NodoIrraggiungibile('carts: no answer', { cause: errore });
      }
      if (risposta.corpo.length > BYTE_MASSIMI) throw new NodoIrraggiungibile('carts: no answer');
      return leggiEsito(risposta, url);
    },
  };
}

function leggiEsito({ stato, corpo, location }: RispostaHttp, base: string): EsitoCheckout {
  if (stato === 302 && location !== undefined && URL.canParse(location, base)) {
    return { esito: 'OK', url: new URL(location, base).href };
  }
  if (stato < 400) throw new NodoIrraggiungibile(`carts: HTTP ${stato} without a location`);
  return { esito: 'KO', stato, dettaglio: dettaglioDi(corpo.toString('utf8')) };
}

/** `detail` of an application/problem+json, for the log. */
function dettaglioDi(corpo: string): string {
  try {
    const problema: unknown = JSON.parse(corpo);
    const dettaglio: unknown = (problema as { detail?: unknown } | null)?.detail;
    return typeof dettaglio === 'string' ? dettaglio.slice(0, 300) : '';
  } catch {
    return '';
  }
}
