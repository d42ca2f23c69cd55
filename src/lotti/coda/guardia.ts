import type { AvanzamentoLotto, RepositoryLotti } from '../../archivio/lotti-repository.ts';
import { guastoArchivio } from '../../archivio/guasto-archivio.ts';
import { LottoPerso, type Presa } from './presa.ts';

/** How often whoever works at a batch says so. */
const BATTITO_MS = 1000;

/** What work under guard is given. */
export interface Guardia {
  /** Aborted when the process stops, the batch is lost or gives way: the work ends as soon as it can. */
  readonly signal: AbortSignal;
  /** Keeps how far the work is, to be written at the next beat. */
  readonly tell: (avanzamento: AvanzamentoLotto) => void;
}

/** Who holds a batch, and when the work on it is to stop. */
export interface Turno {
  readonly presa: Presa;
  readonly lotti: RepositoryLotti;
  readonly signal: AbortSignal;
  /** Asked at every beat: whether the work is to stop for others, to be gone on with later. */
  readonly cede: () => Promise<boolean>;
}

/**
 * Runs the work on a batch while saying every second that it goes on.
 * @throws LottoPerso when the batch was cancelled or taken meanwhile
 */
export async function whileBeating<T>(
  { presa, lotti, signal: outer, cede }: Turno,
  work: (guardia: Guardia) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let ultimo: AvanzamentoLotto | undefined;
  let perso: unknown;
  let beating = Promise.resolve();
  const beat = async (): Promise<void> => {
    try {
      await unlessArchive(async () => {
        await presa.batti(lotti, ultimo);
        if (await cede()) stop.abort();
      });
    } catch (errore) {
      perso = errore;
      stop.abort();
    }
  };
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, BATTITO_MS);
  try {
    const signal = AbortSignal.any([outer, stop.signal]);
    const esito = await work({ signal, tell: (avanzamento) => (ultimo = avanzamento) });
    clearInterval(timer);
    await beating;
    if (ultimo !== undefined && perso === undefined) await unlessArchive(() => presa.batti(lotti, ultimo));
    if (perso !== undefined) throw perso instanceof Error ? perso : new LottoPerso();
    return esito;
  } finally {
    clearInterval(timer);
  }
}

/** A beat that the archive did not take is made up for by the next: nobody takes a batch over for a few seconds' silence. */
async function unlessArchive(beat: () => Promise<void>): Promise<void> {
  try {
    await beat();
  } catch (errore) {
    if (guastoArchivio(errore) === undefined) throw errore;
  }
}
