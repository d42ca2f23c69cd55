/** A round of work repeated now and then; one round at a time. */
export interface Guardia {
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
      timer = setInterval(() => {
        inCorso ??= giro()
          .then(() => undefined, onError)
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
