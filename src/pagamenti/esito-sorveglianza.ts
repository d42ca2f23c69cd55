/** What one round of watching did. */
export interface EsitoSorveglianza {
  /** Attempts and hand-offs looked at. */
  readonly controllati: number;
  /** Receipts fetched because they had not come. */
  readonly ricevuteRecuperate: number;
  /** Hand-offs whose uncertain sending was cleared up. */
  readonly inviChiariti: number;
  /** Hand-offs given up: never sent, or never arrived at the node. */
  readonly liberati: number;
  /** What could not be asked because the node did not answer. */
  readonly nonRisposti: number;
}
