import { Worker } from 'node:worker_threads';

/** Copies a database's log into its file, until it is stopped. */
export interface Checkpointer {
  stop(): Promise<void>;
}

/**
 * Copies SQLite's write-ahead log into the database file from a thread of its own. Left to the writer it would hold the whole
 * process for as long as the copy takes, a tenth of a second every few hundred payments, and whoever looks at a page meanwhile.
 * @param onError told when the thread has ended: from then on nobody copies
 * @param onPause told with a code when a copy fails (it is tried again every second), and with null when one goes well again
 */
export function startCheckpointer(
  file: string,
  onError: (errore: unknown) => void,
  onPause: (codice: string | null) => void,
): Checkpointer {
  const worker = openThread(file);
  worker.unref();
  worker.on('error', (errore: unknown) => onError(asError(errore)));
  worker.on('message', ({ guasto }: { readonly guasto: string | null }) => onPause(guasto));
  const finito = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    async stop() {
      worker.ref();
      worker.postMessage('stop');
      await finito;
    },
  };
}

function openThread(workerData: string): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./checkpointer.worker.js', import.meta.url), { workerData });
  // Run from the sources, a thread does not have the loader of its process.
  const modulo = JSON.stringify(new URL('./checkpointer.worker.ts', import.meta.url).href);
  const avvio = `import('tsx/esm/api').then(({ register }) => { register(); return import(${modulo}); });`;
  return new Worker(avvio, { eval: true, workerData });
}

/** Of the driver's errors only the code comes out of a thread. */
function asError(errore: unknown): Error {
  if (errore instanceof Error) return errore;
  const { code } = errore as { readonly code?: unknown };
  return new Error(`the log is no longer copied by its thread: ${String(code)}`);
}
