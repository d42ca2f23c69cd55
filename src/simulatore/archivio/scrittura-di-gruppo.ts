import type { Archivio } from './archivio.ts';

/** Runs a write in one transaction with the others of its moment; resolves to its result once that transaction is on disk. */
export type ScriviInsieme = <T>(atto: () => T) => Promise<T>;

interface InAttesa {
  readonly esegui: (conAltri: boolean) => void;
  readonly fatto: () => void;
  readonly fallito: (errore: unknown) => void;
}

/**
 * Gathers the writes that come within one turn of the event loop, so that many share the cost of reaching the disk. Each write
 * is all or nothing by itself: one that throws undoes nothing of the others, and its promise rejects. One that comes alone needs
 * no savepoint for that.
 */
export function createScritturaDiGruppo(archivio: Archivio): ScriviInsieme {
  let coda: InAttesa[] = [];
  const scarica = (): void => {
    const gruppo = coda;
    coda = [];
    const esiti: (() => void)[] = [];
    try {
      archivio.inTransazione(() => {
        for (const { esegui, fatto, fallito } of gruppo) {
          try {
            esegui(gruppo.length > 1);
            esiti.push(fatto);
          } catch (errore) {
            if (gruppo.length === 1) throw errore;
            esiti.push(() => fallito(errore));
          }
        }
      });
    } catch (errore) {
      for (const { fallito } of gruppo) fallito(errore);
      return;
    }
    for (const esito of esiti) esito();
  };
  return <T>(atto: () => T) =>
    new Promise<T>((risolvi, fallito) => {
      let risultato: T;
      if (coda.length === 0) setImmediate(scarica);
      const esegui = (conAltri: boolean): void => {
        risultato = conAltri ? archivio.db.transaction(atto)() : atto();
      };
      coda.push({ esegui, fatto: () => risolvi(risultato), fallito });
    });
}
