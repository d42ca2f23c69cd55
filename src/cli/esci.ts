import { CommanderError } from 'commander';
import { guastoArchivio, type GuastoArchivio } from '../archivio/guasto-archivio.ts';
import { descriviErrore, testoErrore } from '../valori/descrivi-errore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { explainFault } from './guasti.ts';
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

/** The archive does not do what it should, through no fault of the command: one line, without the address of the database. */
const DELL_ARCHIVIO: Readonly<Record<GuastoArchivio, string>> = {
  occupato: 'un altro programma sta scrivendo nell’archivio: riprovare fra un momento',
  'non-disponibile':
    'l’archivio non si può usare: controllare che il database risponda, che il disco non sia pieno e che il file si possa scrivere',
};

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
    const guasto = guastoArchivio(errore);
    if (guasto !== undefined) {
      process.stderr.write(
        `trimestre: ${DELL_ARCHIVIO[guasto]} (${descriviErrore(errore).codice ?? 'nessuna risposta'}).\n`,
      );
      return EXIT_UNFORESEEN;
    }
    process.stderr.write(`trimestre: errore imprevisto\n${testoErrore(errore)}\n`);
    return EXIT_UNFORESEEN;
  }
}
