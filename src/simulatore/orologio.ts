import type { Clock } from '../valori/clock.ts';
import type { Db } from './archivio/schema.ts';

/** The node's clock: the machine's (or the test's) plus a shift that an operator moves and the database remembers. */
export interface Orologio extends Clock {
  /** Epoch milliseconds of {@link Clock.now}. */
  ora(): number;
  /** How far it runs ahead of the base clock, in milliseconds; negative when behind. */
  readonly scarto: number;
  /** Moves it by so many milliseconds, backwards when negative. */
  sposta(ms: number): void;
}

const CHIAVE = 'scarto-orologio-ms';

/** @param spostato called after every move, so that what became due gets done */
export function createOrologio(base: Clock, db: Db, spostato: () => void): Orologio {
  const letto = db.prepare('SELECT valore FROM impostazione WHERE chiave = ?').pluck().get(CHIAVE) as
    string | undefined;
  const scrivi = db.prepare(
    'INSERT INTO impostazione (chiave, valore) VALUES (?, ?) ON CONFLICT (chiave) DO UPDATE SET valore = excluded.valore',
  );
  let scarto = Number(letto ?? 0);
  const ora = (): number => base.now().getTime() + scarto;
  return {
    ora,
    now: () => new Date(ora()),
    get scarto() {
      return scarto;
    },
    sposta(ms) {
      const nuovo = scarto + Math.trunc(ms);
      scrivi.run(CHIAVE, String(nuovo));
      scarto = nuovo;
      spostato();
    },
  };
}
