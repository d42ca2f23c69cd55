/** A SOAP message as HTTP brought it. */
export interface MessaggioSoap {
  readonly corpo: Uint8Array | string;
  /** `SOAPAction` without its quotes; empty when there is none. */
  readonly azione: string;
  /** Of the `Content-Type`, when it says one. */
  readonly charset?: string;
}

/** A SOAP message to be sent back; a SOAP Fault goes with 500, an operation's own KO with 200 (SOAP 1.1, 6.2). */
export interface RispostaSoap {
  readonly soap: string;
  readonly stato: 200 | 500;
}

/**
 * @param corpo the body's bytes; anything else counts as an empty message
 * @param header a request's header by name
 */
export function messaggioSoap(corpo: unknown, header: (nome: string) => string | undefined): MessaggioSoap {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(header('Content-Type') ?? '')?.[1];
  return {
    corpo: corpo instanceof Uint8Array ? corpo : new Uint8Array(),
    azione: (header('SOAPAction') ?? '').replaceAll('"', '').trim(),
    ...(charset !== undefined && { charset }),
  };
}
