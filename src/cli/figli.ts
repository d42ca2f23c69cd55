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
  kill(segnale: NodeJS.Signals): void;
}

/** Starts the same program with `comando`; it says `pronto` over IPC, and stops by itself when this process is gone. */
export function startFiglio(comando: string, nome: string): Figlio {
  const programma = process.argv[1] ?? '';
  const processo = spawn(process.execPath, [...process.execArgv, programma, comando], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    pronto: new Promise((resolve) => processo.once('message', () => resolve())),
    uscita: new Promise((resolve) => {
      processo.once('error', ({ message }) => resolve({ nome, codice: undefined, motivo: message }));
      processo.once('exit', (codice, segnale) =>
        resolve({ nome, codice: codice ?? undefined, motivo: segnale ?? `codice di uscita ${codice}` }),
      );
    }),
    kill: (segnale) => void processo.kill(segnale),
  };
}
