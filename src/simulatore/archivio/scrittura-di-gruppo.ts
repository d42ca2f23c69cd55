import type { Archivio } from './archivio.ts';

/**
 * Gathers the writes that come within one turn of the event loop into one transaction, so that many share the cost of reaching
 * the disk. Each write is all or nothing by itself: one that throws undoes nothing of the others.
 */
export function createScritturaDiGruppo(archivio: Archivio): (atto: () => void) => Promise<void> {
  let coda: { atto: () => void; fatto: () => void; fallito: (errore: unknown) => void }[] = [];
  const scarica = (): void => {
    const gruppo = coda;
    coda = [];
    const esiti: (() => void)[] = [];
    try {
      archivio.inTransazione(() => {
        for (const { atto, fatto, fallito } of gruppo) {
          try {
            archivio.db.transaction(atto)();
            esiti.push(fatto);
          } catch (errore) {
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
  return (atto) =>
    new Promise((fatto, fallito) => {
      if (coda.length === 0) setImmediate(scarica);
      coda.push({ atto, fatto, fallito });
    });
}
