import { createAttesaBlocco } from '../../sqlite/attesa-blocco.ts';
import type { Archivio } from './archivio.ts';
import { conArchivioFermo } from './archivio-fermo.ts';

/**
 * Runs a write in one transaction with the others of its moment; resolves to its result once that transaction is on disk. Whatever
 * the node writes while it serves goes through here.
 * @throws ArchivioFermo when the database cannot be written: nothing of the act was done
 */
export type ScriviInsieme = <T>(atto: () => T) => Promise<T>;

interface InAttesa {
  readonly esegui: (conAltri: boolean) => void;
  readonly fatto: () => void;
  readonly fallito: (errore: unknown) => void;
}

/**
 * Gathers the writes that come within one turn of the event loop, so that many share the cost of reaching the disk. Each write
 * is all or nothing by itself: one that throws undoes nothing of the others, and its promise rejects. One that comes alone needs
 * no savepoint for that. While another process holds the file nobody waits on the spot: those who only read go on, and writes
 * that come meanwhile join.
 * @param attesaMs how long a write waits for that process
 */
export function createScritturaDiGruppo({ db }: Pick<Archivio, 'db'>, attesaMs: number): ScriviInsieme {
  const attesa = createAttesaBlocco(attesaMs);
  let coda: InAttesa[] = [];
  const scarica = async (): Promise<void> => {
    let gruppo: readonly InAttesa[] = [];
    const prendi = (): readonly InAttesa[] => {
      gruppo = coda;
      coda = [];
      return gruppo;
    };
    try {
      // The file is taken when the transaction begins, and then nobody else's until it ends: what was taken from the queue runs once.
      const esiti = await attesa(() => settled(() => db.transaction(() => esitiDi(prendi())).immediate()));
      for (const esito of esiti) esito();
    } catch (errore) {
      const fermo = conArchivioFermo(errore);
      for (const { fallito } of gruppo.length > 0 ? gruppo : prendi()) fallito(fermo);
    }
  };
  return <T>(atto: () => T) =>
    new Promise<T>((risolvi, fallito) => {
      let risultato: T;
      if (coda.length === 0) setImmediate(() => void scarica());
      const esegui = (conAltri: boolean): void => {
        risultato = conAltri ? db.transaction(atto)() : atto();
      };
      coda.push({ esegui, fatto: () => risolvi(risultato), fallito });
    });
}

/** Runs the writes of a group; what to tell each caller once the group is on disk. One alone throws, and its transaction is undone. */
function esitiDi(gruppo: readonly InAttesa[]): readonly (() => void)[] {
  return gruppo.map(({ esegui, fatto, fallito }) => {
    try {
      esegui(gruppo.length > 1);
      return fatto;
    } catch (errore) {
      if (gruppo.length === 1) throw errore;
      return () => fallito(conArchivioFermo(errore));
    }
  });
}

function settled<T>(lavoro: () => T): Promise<T> {
  return new Promise((risolvi) => risolvi(lavoro()));
}
