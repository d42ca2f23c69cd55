import { Command, type Option } from 'commander';
import { ErroreDati } from '../valori/errore-dati.ts';
import { configureAiuto } from './aiuto.ts';
import {
  describeWritten,
  type FileScritto,
  noteBefore,
  type Prima,
  refuseExisting,
  requireFolders,
} from './file-scritti.ts';
import { FLUSSO } from './flussi.ts';
import { printLines } from './uscita.ts';
import { explainMisuse, swallowedOption } from './uso-sbagliato.ts';

/** Where a command writes, told by its options and arguments; undefined when this time it does not write there. */
export type Dove = (opzioni: Readonly<Record<string, unknown>>, argomenti: readonly unknown[]) => string | undefined;

/**
 * A command with the manners of the program, so that no command has to think of them: help and errors in Italian; examples in
 * the help; a file that is there already is not written over without `--sovrascrivi`; what was written is said at the end; an
 * option written twice, or one that took the next for its value, is refused.
 */
export class Comando extends Command {
  readonly #esempi: string[] = [];
  readonly #scritture: { readonly campo: string; readonly dove: Dove }[] = [];
  #prima: readonly Prima[] = [];

  constructor(nome?: string) {
    super(nome);
    configureAiuto(this, () => this.esempi())
      .allowExcessArguments(false)
      .enablePositionalOptions()
      .configureOutput({ writeErr: () => undefined })
      .exitOverride((errore) => {
        if (errore.exitCode === 0) throw errore;
        throw new ErroreDati('comando-sbagliato', { perche: explainMisuse(errore, this, this.esempi()[0]) });
      })
      .hook('preAction', () => this.#beforeAction())
      .hook('postAction', () => this.#afterAction());
  }

  /** Adds examples to the help, each the arguments alone: `--trimestre 4/2020 --ore 100`. */
  esempio(...argomenti: readonly string[]): this {
    this.#esempi.push(...argomenti);
    return this;
  }

  /** Whole command lines; a group without its own shows the first of each of its commands. */
  esempi(): string[] {
    if (this.#esempi.length > 0) return this.#esempi.map((argomenti) => `${this.percorso()} ${argomenti}`.trim());
    return this.commands.flatMap((comando) => (comando instanceof Comando ? comando.esempi().slice(0, 1) : []));
  }

  /** Its name with those of the groups it stands in: `trimestre lotto calcola`. */
  percorso(): string {
    return this.parent instanceof Comando ? `${this.parent.percorso()} ${this.name()}` : this.name();
  }

  /**
   * An option that names a file to be written.
   * @param dove where the file goes, when that is not simply the option's value
   */
  scrive(flags: string, descrizione: string, dove?: Dove): this {
    this.option(flags, descrizione);
    const campo = this.options.at(-1)?.attributeName() ?? '';
    return this.scriveIn(campo, dove ?? ((opzioni) => opzioni[campo] as string | undefined));
  }

  /** A file to be written whose name an option declared before, an argument, or nobody gives. */
  scriveIn(campo: string, dove: Dove): this {
    if (this.#scritture.length === 0) this.option('--sovrascrivi', 'scrive anche sopra i file che ci sono già');
    this.#scritture.push({ campo, dove });
    return this;
  }

  /**
   * Before anything is done: what is there is left as it is.
   * @throws ErroreDati `file-esistente`
   */
  rifiutaEsistenti(): void {
    if (this.opts()['sovrascrivi'] !== true) refuseExisting(this.#files());
  }

  override addOption(option: Option): this {
    let scritta = false;
    return super.addOption(option).on(`option:${option.name()}`, (valore: unknown) => {
      if (scritta && typeof valore === 'string') {
        throw new ErroreDati('opzione-ripetuta', { opzione: option.long ?? option.flags });
      }
      scritta = true;
    });
  }

  /** The fields that say where it writes. */
  get scritture(): readonly string[] {
    return this.#scritture.map(({ campo }) => campo);
  }

  #files(): FileScritto[] {
    return this.#scritture.flatMap(({ campo, dove }) => {
      const file = dove(this.opts(), this.processedArgs);
      const opzione = this.options.find((una) => una.attributeName() === campo)?.long;
      return file === undefined ? [] : [{ campo, file, premessa: opzione == null ? '' : `${opzione}: ` }];
    });
  }

  #beforeAction(): void {
    const senzaValore = swallowedOption(this);
    if (senzaValore !== undefined) throw new ErroreDati('valore-mancante', { senzaValore });
    const file = this.#files();
    requireFolders(file);
    // What is gone on with may have its name already; a batch that finds nothing to go on with asks again.
    if (this.opts()['riprendi'] !== true) this.rifiutaEsistenti();
    this.#prima = noteBefore(file);
  }

  async #afterAction(): Promise<void> {
    if (this.opts()['json'] === true) return;
    const scritti = await describeWritten(this.#prima);
    // Standard output may be what the command was asked to write.
    const occupata = Object.values(this.opts()).includes(FLUSSO);
    if (scritti.length > 0) printLines(scritti, occupata ? process.stderr : process.stdout);
  }
}
