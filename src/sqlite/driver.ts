import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

/** First version of Node's interface for binaries that better-sqlite3 13 runs on: Node 22.14 and all of 24. */
const NODE_API = 10;

/**
 * The SQLite driver that lives on this Node. Version 13 brings its binary for every system, and ends at once on Node 20;
 * version 12, compiled or downloaded for one Node, ends at once on Node 24. `package.json` has both: docs/decisions/0019.
 */
export const Sqlite = load(
  Number(process.versions['napi']) >= NODE_API ? 'better-sqlite3-13' : 'better-sqlite3',
) as typeof BetterSqlite3;

/** What needs no database works without the driver too: who opens one meets the error. */
function load(driver: string): unknown {
  try {
    return createRequire(import.meta.url)(driver);
  } catch (errore) {
    return class {
      constructor() {
        throw errore;
      }
    };
  }
}
