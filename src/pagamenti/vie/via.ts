import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { NodoIrraggiungibile } from '../../pagopa/nodo-client.ts';
import type { Consegna, Tentativo } from '../pagamento.ts';
import type { Richiesta } from '../porte.ts';

/** What pagoPA is known to have done with a hand-off. */
export type Sorte =
  /** `url`: where the browser goes; `idSessione`: what its return will bear. */
  | { readonly tipo: 'accettata'; readonly url?: string; readonly idSessione?: string }
  | { readonly tipo: 'rifiutata'; readonly fault: Pick<FaultBean, 'faultCode' | 'faultString' | 'description'> }
  /** pagoPA does not have it: it may be sent. */
  | { readonly tipo: 'sconosciuta' }
  /** Nobody could be asked. */
  | { readonly tipo: 'ignota' };

/** One way to hand a confirmed cart over to pagoPA; the rest of the code does not know which one is in use. */
export interface ViaDiConsegna {
  invia(consegna: Consegna, richieste: readonly Richiesta[]): Promise<Sorte>;
  /** Asks what became of a hand-off that may have been sent. */
  chiedi(consegna: Consegna, tentativi: readonly Tentativo[]): Promise<Sorte>;
}

/** No answer is an answer: nothing is known. */
export async function orUnknown(chiedi: () => Promise<Sorte>): Promise<Sorte> {
  try {
    return await chiedi();
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile) return { tipo: 'ignota' };
    throw errore;
  }
}
