import { type InviaHttp, inviaHttp } from '../invia-http.ts';
import { NodoIrraggiungibile } from '../nodo-client.ts';
import { BYTE_MASSIMI } from '../xml/gate.ts';

/** Header with the secret that creditor and node share, both ways. */
const HEADER_SEGRETO = 'X-Nodo-Segreto';

export interface OpzioniClientSoap {
  /** Whole call, answer included, in milliseconds. */
  readonly timeoutMs: number;
  /** Sent as {@link HEADER_SEGRETO} when given. */
  readonly segreto?: string;
  /** Largest answer read; the gate's limit by default. */
  readonly byteMassimi?: number;
  /** How messages are sent; plainly, when nobody has to see them go by. */
  readonly invia?: InviaHttp;
}

export interface ClientSoap {
  /**
   * POSTs an envelope; resolves to the answer's bytes whatever the HTTP status says, since SOAP 1.1 answers faults with 500.
   * @throws NodoIrraggiungibile on timeouts, refused connections, redirects, oversized or empty answers
   */
  chiama(url: string, operazione: string, messaggio: string): Promise<Uint8Array>;
}

/** A SOAP 1.1 client. */
export function createClientSoap(opzioni: OpzioniClientSoap): ClientSoap {
  const { timeoutMs, segreto, invia = inviaHttp, byteMassimi = BYTE_MASSIMI } = opzioni;
  return {
    async chiama(url, operazione, messaggio) {
      const intestazioni = {
        'Content-Type': 'text/xml; charset=utf-8',
        SOAPAction: `"${operazione}"`,
        ...(segreto !== undefined && { [HEADER_SEGRETO]: segreto }),
      };
      try {
        const { stato, corpo } = await invia(url, { intestazioni, corpo: messaggio, timeoutMs, byteMassimi });
        if (corpo.length === 0) throw new NodoIrraggiungibile(`empty answer (HTTP ${stato})`);
        if (corpo.length > byteMassimi) {
          throw new NodoIrraggiungibile(`answer over ${byteMassimi} bytes (HTTP ${stato})`);
        }
        return corpo;
      } catch (errore) {
        if (errore instanceof NodoIrraggiungibile) throw errore;
        const perche = errore instanceof Error ? `${errore.name}: ${errore.message}` : 'unknown error';
        throw new NodoIrraggiungibile(`${operazione}: ${perche}`, { cause: errore });
      }
    },
  };
}
