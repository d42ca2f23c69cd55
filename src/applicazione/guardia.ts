import { createGuastoCheDura } from '../valori/guasto-che-dura.ts';

/** A round of work repeated now and then; one round at a time. */
export interface Guardia {
  /** @param onError told of a round that failed; of those that fail alike one after the other, of the first */
  start(onError: (errore: unknown) => void): void;
  /** Waits for the round under way, and runs no more. */
  stop(): Promise<void>;
}

export function createGuardia(giro: () => Promise<unknown>, intervalloMs: number): Guardia {
  let timer: NodeJS.Timeout | undefined;
  let inCorso: Promise<void> | undefined;
  return {
    start(onError) {
      if (timer !== undefined) return;
      const guasto = createGuastoCheDura(onError);
      timer = setInterval(() => {
        inCorso ??= giro()
          .then(guasto.bene, guasto.male)
          .finally(() => {
            inCorso = undefined;
          });
      }, intervalloMs);
      // Watching alone keeps no program alive.
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await inCorso;
    },
  };
}
