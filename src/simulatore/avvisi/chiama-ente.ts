import { NodoIrraggiungibile } from '../../pagopa/nodo-client.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo, faultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/** A creditor's refusal, passed on to the PSP with the creditor's own words beside it. */
export class FaultEnte extends FaultNodo {
  /** @param emesso what the creditor answered */
  constructor(emesso: FaultBean) {
    super('PPT_ERRORE_EMESSO_DA_PAA', emesso.description ?? emesso.faultString, {
      ...faultNodo('PPT_ERRORE_EMESSO_DA_PAA', emesso.description),
      originalFaultCode: emesso.faultCode,
      originalFaultString: emesso.faultString,
      ...(emesso.description !== undefined && { originalDescription: emesso.description }),
    });
  }
}

/**
 * Calls the creditor on behalf of a PSP that waits for the answer.
 * @throws FaultNodo when the creditor cannot be reached, is late, answers what is not in the schema, or says KO
 */
export async function chiamaEnte<T extends { readonly esito: 'OK' | 'KO' }>(
  contesto: Contesto,
  stazione: StazioneSimulata,
  chiamata: {
    readonly url: string;
    readonly operazione: string;
    readonly messaggio: string;
    readonly leggi: (xml: Uint8Array) => T | { readonly esito: 'KO'; readonly fault: FaultBean };
  },
): Promise<Extract<T, { readonly esito: 'OK' }>> {
  const soap = createClientSoap({
    timeoutMs: contesto.configurazione.timeoutMs,
    invia: contesto.registro.invia,
    ...(stazione.segreto !== undefined && { segreto: stazione.segreto }),
  });
  try {
    const risposta = chiamata.leggi(await soap.chiama(chiamata.url, chiamata.operazione, chiamata.messaggio));
    if (risposta.esito === 'KO' && 'fault' in risposta) throw new FaultEnte(risposta.fault);
    return risposta as Extract<T, { readonly esito: 'OK' }>;
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new FaultNodo('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE', errore.message);
    if (!(errore instanceof NodoIrraggiungibile)) throw errore;
    const tardi = errore.cause instanceof Error && errore.cause.name === 'TimeoutError';
    const codice = tardi ? 'PPT_STAZIONE_INT_PA_TIMEOUT' : 'PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE';
    throw new FaultNodo(codice, errore.message);
  }
}
