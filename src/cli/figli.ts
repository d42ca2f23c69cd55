import { spawn } from 'node:child_process';

/** How a child process ended. */
export interface UscitaFiglio {
  /** As people call it: «il portale». */
  readonly nome: string;
  /** Exit code; undefined when a signal ended it, or when it could not start. */
  readonly codice: number | undefined;
  /** The signal, or why it could not start. */
  readonly motivo: string;
}

/** This program again, as another process with another command. */
export interface Figlio {
  /** Once it listens; never, if it ends before. */
  readonly pronto: Promise<void>;
  /** However it ends; never rejects. */
  readonly uscita: Promise<UscitaFiglio>;
  /**
   * Asks it to stop, by closing the channel: a signal could meet it as it ends, when nobody listens to signals any more, and
   * its clean end would look like a death.
   */
  stop(): void;
  /** Ends it as it stands. */
  kill(): void;
}

/**
 * Room for what has just been made, megabytes, before V8 collects: what Node has used until 22. Node 24 lets it grow, and each
 * server then holds a hundred more.
 */
const NUOVI_MB = 16;

/**
 * Starts the same program with `comando`; it says `pronto` over IPC, and stops by itself when this process is gone.
 * @param ambiente settings of its own, beside those of this process
 */
export function startFiglio(
  comando: readonly string[],
  nome: string,
  ambiente: Readonly<Record<string, string>> = {},
): Figlio {
  const programma = process.argv[1] ?? '';
  const processo = spawn(
    process.execPath,
    [`--max-semi-space-size=${NUOVI_MB}`, ...process.execArgv, programma, ...comando],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...ambiente },
    },
  );
  return {
    pronto: new Promise((resolve) => processo.once('message', () => resolve())),
    uscita: new Promise((resolve) => {
      processo.once('error', ({ message }) => resolve({ nome, codice: undefined, motivo: message }));
      processo.once('exit', (codice, segnale) =>
        resolve({ nome, codice: codice ?? undefined, motivo: segnale ?? `codice di uscita ${codice}` }),
      );
    }),
    stop: () => {
      if (processo.connected) processo.disconnect();
    },
    kill: () => void processo.kill('SIGKILL'),
  };
}
