import { NodoIrraggiungibile, type FaultBean } from '../../pagopa/nodo-client.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import type { Contesto } from '../contesto.ts';
import { faultNodo } from '../fault-nodo.ts';
import type { FacciaPsp } from './ascolto.ts';

/**
 * What came of a call to a PSP, with the node's own fault. `sconosciuta`: the PSP may have taken what it was told;
 * `irraggiungibile`: it never heard of it.
 */
export type EsitoChiamata<T> =
  | { readonly che: 'accettata'; readonly risposta: T }
  | { readonly che: 'rifiutata' | 'irraggiungibile' | 'sconosciuta'; readonly fault: FaultBean };

interface Chiamata<T> {
  readonly url: string;
  readonly operazione: string;
  readonly messaggio: string;
  /** @throws XmlRifiutato */
  readonly leggi: (xml: Uint8Array) => T | { readonly esito: 'KO'; readonly fault: FaultBean };
}

/** Failures to connect: nothing was sent. */
const MAI_ARRIVATA = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** Calls a PSP that listens, once, or as a scenario wants it called. */
export async function chiamaPsp<T extends { readonly esito: 'OK' | 'KO' }>(
  contesto: Contesto,
  { invio, attesa = 0 }: FacciaPsp,
  chiamata: Chiamata<T>,
): Promise<EsitoChiamata<T>> {
  if (attesa > 0) await new Promise((poi) => setTimeout(poi, attesa));
  if (invio === 'mai') return { che: 'sconosciuta', fault: faultNodo('PPT_CANALE_TIMEOUT') };
  if (invio === 'malformato') {
    const { messaggio } = chiamata;
    return chiamaUnaVolta(contesto, { ...chiamata, messaggio: messaggio.slice(0, Math.floor(messaggio.length / 2)) });
  }
  const esito = await chiamaUnaVolta(contesto, chiamata);
  // The second is there to see what the PSP makes of it: only the first decides.
  if (invio === 'due-volte') await chiamaUnaVolta(contesto, chiamata);
  return esito;
}

async function chiamaUnaVolta<T extends { readonly esito: 'OK' | 'KO' }>(
  contesto: Contesto,
  { url, operazione, messaggio, leggi }: Chiamata<T>,
): Promise<EsitoChiamata<T>> {
  const soap = createClientSoap({ timeoutMs: contesto.configurazione.timeoutMs, invia: contesto.registro.invia });
  try {
    const risposta = leggi(await soap.chiama(url, operazione, messaggio));
    if ('fault' in risposta) return { che: 'rifiutata', fault: faultDelPsp(risposta.fault) };
    return { che: 'accettata', risposta };
  } catch (errore) {
    if (errore instanceof XmlRifiutato) {
      return { che: 'sconosciuta', fault: faultNodo('PPT_CANALE_ERRORE_RESPONSE', errore.message) };
    }
    if (errore instanceof NodoIrraggiungibile) return senzaRisposta(errore);
    throw errore;
  }
}

/** The PSP's refusal, in the node's words, with the PSP's own beside them. */
function faultDelPsp({ faultCode, faultString, description }: FaultBean): FaultBean {
  return {
    ...faultNodo('PPT_CANALE_ERRORE', description),
    originalFaultCode: faultCode,
    originalFaultString: faultString,
    ...(description !== undefined && { originalDescription: description }),
  };
}

function senzaRisposta(errore: NodoIrraggiungibile): EsitoChiamata<never> {
  const causa = errore.cause;
  if (!(causa instanceof Error)) {
    return { che: 'sconosciuta', fault: faultNodo('PPT_CANALE_ERRORE_RESPONSE', errore.message) };
  }
  if (causa.name === 'TimeoutError') return { che: 'sconosciuta', fault: faultNodo('PPT_CANALE_TIMEOUT') };
  const codice = (causa as { readonly code?: unknown }).code;
  const mai = typeof codice === 'string' && MAI_ARRIVATA.has(codice);
  return { che: mai ? 'irraggiungibile' : 'sconosciuta', fault: faultNodo('PPT_CANALE_IRRAGGIUNGIBILE') };
}
