import { ConflittoTransazione } from '../bollettini/transazioni.ts';

/** How often a transaction that lost a race is tried anew. Each loss means that another one won, so it does not go on. */
const TENTATIVI_MASSIMI = 10;
/**
 * PostgreSQL's serialization_failure, deadlock_detected and unique_violation (the other one committed between our look and
 * our write). A SQLite file that another process holds is waited for below (`sqlite/attesa-blocco.ts`).
 */
const RIPETIBILI = new Set(['40001', '40P01', '23505', 'SQLITE_BUSY_SNAPSHOT']);

/**
 * Runs a write transaction; runs it again when it lost a race with another one. Without a race, any error rolls back and
 * is thrown.
 */
export async function inTransazione<T>(esegui: () => Promise<T>): Promise<T> {
  for (let volta = 1; ; volta += 1) {
    try {
      return await esegui();
    } catch (errore) {
      if (volta === TENTATIVI_MASSIMI || !isRepeatable(errore)) throw errore;
    }
  }
}

function isRepeatable(errore: unknown): boolean {
  return errore instanceof ConflittoTransazione || RIPETIBILI.has(String((errore as { code?: unknown }).code));
}
