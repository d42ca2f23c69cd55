import { rmSync } from 'node:fs';
import { Sqlite } from './driver.ts';
import { guastoSqlite } from './guasto-sqlite.ts';

/** Gives the turn back. */
export type FineTurno = () => void;

/** What the holder writes in the file that it has taken away: whoever still has it open begins anew with the next one. */
const CONSUMATO = 1;

/**
 * Takes the turn of a database's file, if no other process has it: a file beside it, locked by the system, which lets go when
 * the process dies however it does. It is there only while somebody holds or awaits it.
 * @returns undefined while it is another's
 * @throws what the folder refuses
 */
export function prendiTurno(file: string): FineTurno | undefined {
  const accanto = `${file}-turno`;
  const blocco = new Sqlite(accanto, { timeout: 0 });
  try {
    // No journal beside it: nothing of what the file holds is worth bringing back.
    blocco.pragma('journal_mode = MEMORY');
    blocco.exec('BEGIN EXCLUSIVE');
    if (blocco.pragma('user_version', { simple: true }) === CONSUMATO) throw new TurnoConsumato();
  } catch (errore) {
    blocco.close();
    if (errore instanceof TurnoConsumato || guastoSqlite(errore) === 'occupato') return undefined;
    throw errore;
  }
  return () => {
    try {
      // First away, then marked: whoever opens meanwhile makes a new file, whoever had it open finds the mark.
      rmSync(accanto, { force: true });
      blocco.pragma(`user_version = ${CONSUMATO}`);
      blocco.exec('COMMIT');
    } catch {
      // A full disk has no room for the mark: the work is done all the same.
    } finally {
      blocco.close();
    }
  };
}

class TurnoConsumato extends Error {}
