import { type GuastoSqlite, guastoSqlite } from '../../sqlite/guasto-sqlite.ts';

/** Seconds after which it may go well. */
const RIPROVA_FRA: Readonly<Record<GuastoSqlite, number>> = { occupato: 1, 'non-disponibile': 30 };

/** The node cannot write down what it is asked to do: it did nothing of it, and says so in the words of whoever asks. */
export class ArchivioFermo extends Error {
  override readonly name = 'ArchivioFermo';
  readonly status = 503;
  /** Seconds, for Retry-After. */
  readonly riprovaFra: number;

  constructor(guasto: GuastoSqlite, causa: unknown) {
    super(
      guasto === 'occupato' ? 'another process holds the node’s database' : 'the node’s database cannot be written',
      {
        cause: causa,
      },
    );
    this.riprovaFra = RIPROVA_FRA[guasto];
  }
}

/** The error as those of the node know it: any other than a fault of the database stays what it is. */
export function conArchivioFermo(errore: unknown): unknown {
  const guasto = guastoSqlite(errore);
  return guasto === undefined ? errore : new ArchivioFermo(guasto, errore);
}
