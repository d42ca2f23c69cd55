import { execFile } from 'node:child_process';
import { inject } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

/** What a run of the command left: its two outputs and its exit code. */
export interface Uscita {
  readonly stdout: string;
  readonly stderr: string;
  readonly codice: number;
}

/** Runs the real program as a process of its own, with settings of its own, in the project’s folder or another. @param ingresso its standard input */
export function trimestre(
  argomenti: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = packagePath(),
  ingresso = '',
): Promise<Uscita> {
  return new Promise((resolve) => {
    const figlio = execFile(
      process.execPath,
      [inject('programma'), ...argomenti],
      { cwd, env: { ...process.env, ...env } },
      (errore, stdout, stderr) => {
        const codice = errore === null ? 0 : typeof errore.code === 'number' ? errore.code : 1;
        resolve({ stdout, stderr, codice });
      },
    );
    figlio.stdin?.end(ingresso);
  });
}
