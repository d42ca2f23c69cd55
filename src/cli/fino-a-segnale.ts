/**
 * Resolves when the process is asked to stop: Ctrl-C, SIGTERM, or the end of the parent that started it (its IPC channel
 * closes, so a killed `trimestre avvia` leaves no orphans).
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.off(segnale, stop);
      process.off('disconnect', stop);
      resolve();
    };
    for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.on(segnale, stop);
    if (process.channel) process.on('disconnect', stop);
  });
}
