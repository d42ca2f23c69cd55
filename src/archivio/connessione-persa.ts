import { setTimeout as sleep } from 'node:timers/promises';

/** Between one try and the next, milliseconds. */
const PAUSA_MS = 100;
/** The line is gone: the network's codes, PostgreSQL's class 08, a server that stops (57P01), was killed (57P02) or starts (57P03). */
const PERSA = /^(ECONNREFUSED|ECONNRESET|EPIPE|08...|57P0[123])$/;
/** The driver's own words, which come without a code; knex writes the statement before them when one was on its way. */
const PERSA_TACE =
  /(^|- )(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|Connection ended)/;

/** True when an error says that a connection of PostgreSQL is lost, or cannot be had for now, and not what is wrong with what was asked. */
export function isPassing(errore: unknown): boolean {
  if (!(errore instanceof Error)) return false;
  const { code } = errore as { readonly code?: unknown };
  return PERSA.test(typeof code === 'string' ? code : '') || PERSA_TACE.test(errore.message);
}

/**
 * Runs again what a lost connection undid or did not let begin, for so long: a restart of PostgreSQL is over in a few seconds.
 * @param esegui has done nothing whenever it rejects with a lost connection
 */
export async function whilePassing<T>(esegui: () => Promise<T>, attesaMs: number): Promise<T> {
  const fine = performance.now() + attesaMs;
  for (;;) {
    try {
      return await esegui();
    } catch (errore) {
      if (!isPassing(errore) || performance.now() >= fine) throw errore;
      await sleep(PAUSA_MS * (0.5 + Math.random()));
    }
  }
}
