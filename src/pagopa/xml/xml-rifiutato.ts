/** Why the gate turned a message away; the wire answers SINTASSI faults from it. */
export type MotivoRifiuto =
  'troppo-grande' | 'codifica' | 'doctype' | 'malformato' | 'schema' | 'busta' | 'non-compreso';

/** An incoming XML message that never got past the gate: nothing of it was read. */
export class XmlRifiutato extends Error {
  override readonly name = 'XmlRifiutato';
  readonly motivo: MotivoRifiuto;
  /** SOAP operation the message was for, when that much could be told. */
  readonly operazione: string | undefined;

  /** @param dettaglio English, for logs and fault descriptions; holds no more than 300 characters of the message */
  constructor(motivo: MotivoRifiuto, dettaglio: string, operazione?: string) {
    super(dettaglio.slice(0, 300));
    this.motivo = motivo;
    this.operazione = operazione;
  }
}
