/**
 * The repositories `A`, for single reads and writes, and bound to one transaction for several. Inside a transaction only the
 * repositories handed to `lavoro` may be used: with SQLite there is one that writes, and the others would wait for it for ever.
 */
export interface ConTransazioni<A> {
  readonly letture: A;
  /**
   * Runs `lavoro` in a write transaction and commits; any error rolls back. `lavoro` may run again after a conflict, so it
   * has no effects but those on its repositories.
   */
  transazione<T>(lavoro: (archivio: A) => Promise<T>): Promise<T>;
}

/** Somebody else changed a row between our reading and our writing: the transaction must be tried anew from the start. */
export class ConflittoTransazione extends Error {
  override readonly name = 'ConflittoTransazione';
}
