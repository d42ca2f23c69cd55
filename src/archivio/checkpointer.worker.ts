import { parentPort, workerData } from 'node:worker_threads';
import { Sqlite } from '../sqlite/driver.ts';

/** How often the log is copied: rarely enough that a page written again and again is copied once. */
const INTERVALLO_MS = 1_000;
/** Payments go on while it copies. The log begins anew only when a copy has caught up with them, and the later ones are short. */
const RINCORSE = 20;

const db = new Sqlite(String(workerData));
db.pragma('busy_timeout = 0');
db.pragma('synchronous = FULL');

let guasto = false;
const timer = setInterval(copy, INTERVALLO_MS);
parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
});

function copy(): void {
  try {
    catchUp();
    if (guasto) parentPort?.postMessage({ guasto: null });
    guasto = false;
  } catch (errore) {
    // A full disk passes, and what cannot be copied now is copied later: the thread goes on. It is told once.
    if (!guasto) parentPort?.postMessage({ guasto: String((errore as { readonly code?: unknown }).code) });
    guasto = true;
  }
}

function catchUp(): void {
  for (let volta = 0; volta < RINCORSE; volta += 1) {
    const [esito] = db.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[];
    if (esito === undefined || esito.busy === 1 || esito.checkpointed === esito.log) return;
  }
}
