import { leggiRisposta } from '../leggi-risposta.ts';
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
  readonly fetch?: typeof globalThis.fetch;
}

export interface ClientSoap {
  /**
   * POSTs an envelope; resolves to the answer's bytes whatever the HTTP status says, since SOAP 1.1 answers faults with 500.
   * @throws NodoIrraggiungibile on timeouts, refused connections, redirects, oversized or empty answers
   */
  chiama(url: string, operazione: string, messaggio: string): Promise<Uint8Array>;
}

/** A SOAP 1.1 client over fetch. Redirects are not followed: an endpoint that moved is a mistake to see. */
export function createClientSoap(opzioni: OpzioniClientSoap): ClientSoap {
  const invia = opzioni.fetch ?? globalThis.fetch;
  const byteMassimi = opzioni.byteMassimi ?? BYTE_MASSIMI;
  return {
    async chiama(url, operazione, messaggio) {
      try {
        const risposta = await invia(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(opzioni.timeoutMs),
          headers: {
            'Content-Type': 'text/xml; charset=utf-8',
            SOAPAction: `"${operazione}"`,
            ...(opzioni.segreto !== undefined && { [HEADER_SEGRETO]: opzioni.segreto }),
          },
          body: messaggio,
        });
        const corpo = await leggiRisposta(risposta, byteMassimi);
        if (corpo.length === 0) throw new NodoIrraggiungibile(`empty answer (HTTP ${risposta.status})`);
        return corpo;
      } catch (errore) {
        if (errore instanceof NodoIrraggiungibile) throw errore;
        const perche = errore instanceof Error ? `${errore.name}: ${causa(errore)}` : 'unknown error';
        throw new NodoIrraggiungibile(`${operazione}: ${perche}`, { cause: errore });
      }
    },
  };
}

function causa(errore: Error): string {
  return errore.cause instanceof Error ? errore.cause.message : errore.message;
}
