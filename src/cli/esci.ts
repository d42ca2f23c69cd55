import { CommanderError } from 'commander';
import { testoErrore } from '../valori/descrivi-errore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { optionName } from './nomi.ts';

/** Exit code for input that a person must correct. */
export const EXIT_BAD_INPUT = 2;

/** The message, with the field called as the option that was written: `--ore-settimanali`, not `oreSettimanali`. */
export function withOptionName({ message, campo = '' }: ErroreDati, argomenti: readonly string[]): string {
  const opzione = optionName(campo);
  const scritta = argomenti.some((argomento) => argomento === opzione || argomento.startsWith(`${opzione}=`));
  return scritta && message.startsWith(`${campo}:`) ? `${opzione}${message.slice(campo.length)}` : message;
}

/** Runs a command; bad input gives one clear line on stderr and exit code 2, anything unforeseen 1 with its stack. */
export async function runToExitCode(run: () => Promise<unknown>): Promise<number> {
  try {
    await run();
    return Number(process.exitCode ?? 0);
  } catch (errore) {
    // Help and version: a command that is misused throws an ErroreDati.
    if (errore instanceof CommanderError) return errore.exitCode;
    if (errore instanceof ErroreDati) {
      process.stderr.write(`trimestre: ${withOptionName(errore, process.argv)}\n`);
      return EXIT_BAD_INPUT;
    }
    process.stderr.write(`trimestre: errore imprevisto\n${testoErrore(errore)}\n`);
    return 1;
  }
}
