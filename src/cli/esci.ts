import { CommanderError } from 'commander';
import { ErroreDati } from '../valori/errore-dati.ts';
import { explainMisuse } from './programma.ts';

/** Exit code for input that a person must correct. */
export const EXIT_BAD_INPUT = 2;

/** Runs a command; bad input gives one clear line on stderr and exit code 2, anything unforeseen 1 with its stack. */
export async function runToExitCode(run: () => Promise<unknown>): Promise<number> {
  try {
    await run();
    return Number(process.exitCode ?? 0);
  } catch (errore) {
    if (errore instanceof CommanderError) {
      const spiegazione = explainMisuse(errore);
      if (spiegazione === undefined) return 0;
      process.stderr.write(`trimestre: ${spiegazione}\n`);
      return EXIT_BAD_INPUT;
    }
    if (errore instanceof ErroreDati) {
      process.stderr.write(`trimestre: ${errore.message}\n`);
      return EXIT_BAD_INPUT;
    }
    process.stderr.write(`trimestre: errore imprevisto\n${errore instanceof Error ? errore.stack : String(errore)}\n`);
    return 1;
  }
}
