/** The signals that ask a server to stop. */
export const SEGNALI_DI_FERMATA = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C arrives more than once: from the terminal, and again from npm or from the process above. */
const STESSO_GESTO_MS = 500;

/** What a shell says of a program ended by Ctrl-C. */
export const EXIT_INTERRUPTED = 130;

/**
 * Resolves when the process is asked to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the parent that started it
 * (its IPC channel closes, so a killed `trimestre avvia` leaves no orphans). To be called before anything is opened: whatever
 * is under way then ends well.
 * @param force what a second Ctrl-C does, for who will not wait; by default the process ends at once, as at a power cut
 */
export function untilStopped(force: () => void = () => process.exit(EXIT_INTERRUPTED)): Promise<void> {
  return new Promise((resolve) => {
    let chiestaMs: number | undefined;
    const stop = (segnale?: NodeJS.Signals): void => {
      const oraMs = performance.now();
      if (chiestaMs === undefined) {
        chiestaMs = oraMs;
        resolve();
      } else if (segnale === 'SIGINT' && oraMs - chiestaMs > STESSO_GESTO_MS) force();
    };
    const stopped = (): void => stop();
    // They stay until the end: a signal that nobody listens to would cut the stopping short.
    for (const segnale of SEGNALI_DI_FERMATA) process.on(segnale, stop);
    if (process.connected) {
      process.on('disconnect', stopped);
      // Listening must not keep alive a process that has failed.
      process.channel?.unref();
    } else if (process.send !== undefined) stopped();
  });
}

/** Tells the parent, if there is one, that this process listens. */
export function tellReady(): void {
  if (process.connected) process.send?.('pronto');
}
