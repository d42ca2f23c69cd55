import { CommanderError } from 'commander';
import { descriviErrore, testoErrore } from '../valori/descrivi-errore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { explainArchive, explainFault } from './guasti.ts';
import { optionName } from './nomi.ts';

/** Exit code for input that a person must correct. */
export const EXIT_BAD_INPUT = 2;
/** Exit code for what nobody foresaw. */
export const EXIT_UNFORESEEN = 1;

/** The sentence, with the field called as the option that was written: `--ore-settimanali`, not `oreSettimanali`. */
function withOptionName(errore: ErroreDati, argomenti: readonly string[]): string {
  const opzione = optionName(errore.campo ?? '');
  const scritta = argomenti.some((argomento) => argomento === opzione || argomento.startsWith(`${opzione}=`));
  return scritta ? errore.con({ campo: opzione }).message : errore.message;
}

/**
 * Runs a command. Bad input, and a machine that does not give what the program needs, make one clear line on stderr and exit
 * code 2; an archive that cannot be used just now one line and 1; anything unforeseen 1 with its stack.
 */
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
    const delTerreno = explainFault(errore);
    if (delTerreno !== undefined) {
      process.stderr.write(`trimestre: ${delTerreno}\n`);
      return EXIT_BAD_INPUT;
    }
    const dellArchivio = explainArchive(errore);
    if (dellArchivio !== undefined) {
      process.stderr.write(`trimestre: ${dellArchivio} (${descriviErrore(errore).codice ?? 'nessuna risposta'}).\n`);
      return EXIT_UNFORESEEN;
    }
    process.stderr.write(`trimestre: errore imprevisto\n${testoErrore(errore)}\n`);
    return EXIT_UNFORESEEN;
  }
}
