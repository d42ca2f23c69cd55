/**
 * A response that opens nothing. `caso` is the number of the official check it fails (italia/spid-sp-test), or a word of ours where
 * that list has none.
 */
export class RispostaRifiutata extends Error {
  override readonly name = 'RispostaRifiutata';
  readonly caso: string;

  /** @param dettaglio English, for the log: never a value of the person's */
  constructor(caso: string, dettaglio: string) {
    super(`${caso}: ${dettaglio}`);
    this.caso = caso;
  }
}

/** @throws RispostaRifiutata when the condition does not hold */
export function esigi(condizione: boolean, caso: string, dettaglio: string): asserts condizione {
  if (!condizione) throw new RispostaRifiutata(caso, dettaglio);
}
