import { leggiRisposta } from '../leggi-risposta.ts';
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
  readonly fetch?: typeof globalThis.fetch;
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
  const invia = opzioni.fetch ?? globalThis.fetch;
  return {
    async inviaCarrello(carrello) {
      let risposta: Response;
      let corpo: string;
      try {
        risposta = await invia(`${opzioni.url}/carts`, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(opzioni.timeoutMs),
          headers: {
            'Content-Type': 'application/json',
            ...(opzioni.chiave !== undefined && { [HEADER_CHIAVE]: opzioni.chiave }),
          },
          body: JSON.stringify(carrello),
        });
        corpo = (await leggiRisposta(risposta, BYTE_MASSIMI)).toString('utf8');
      } catch (errore) {
        throw new NodoIrraggiungibile('carts: no answer', { cause: errore });
      }
      return leggiEsito(risposta, corpo, opzioni.url);
    },
  };
}

function leggiEsito(risposta: Response, corpo: string, base: string): EsitoCheckout {
  const location = risposta.headers.get('location');
  if (risposta.status === 302 && location !== null && URL.canParse(location, base)) {
    return { esito: 'OK', url: new URL(location, base).href };
  }
  if (risposta.status < 400) throw new NodoIrraggiungibile(`carts: HTTP ${risposta.status} without a location`);
  return { esito: 'KO', stato: risposta.status, dettaglio: dettaglioDi(corpo) };
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
