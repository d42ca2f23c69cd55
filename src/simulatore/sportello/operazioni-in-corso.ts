/**
 * Numbers the payments that counters have under way on one notice, from nought, so that each has keys of its own: two that shared
 * them would be the same request sent again, and both told that they were paid. One at a time is always nought, and
 * the same seed gives the same run.
 */
export class OperazioniInCorso {
  readonly #presi = new Map<string, Set<number>>();

  /** Runs a payment on a notice with the lowest number that no other has. */
  async during<T>(avviso: string, lavoro: (numero: number) => Promise<T>): Promise<T> {
    const presi = this.#presi.get(avviso) ?? new Set<number>();
    this.#presi.set(avviso, presi);
    let numero = 0;
    while (presi.has(numero)) numero += 1;
    presi.add(numero);
    try {
      return await lavoro(numero);
    } finally {
      presi.delete(numero);
      if (presi.size === 0) this.#presi.delete(avviso);
    }
  }
}
