import { Command, type CommanderError, Help, type OptionValues } from 'commander';

/** Titles and phrases of commander's help, in Italian. */
const TITOLI: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argomenti:',
  'Options:': 'Opzioni:',
  'Commands:': 'Comandi:',
};

/** A command that speaks Italian, throws instead of exiting, and prints nothing by itself when it is misused. */
export function createCommand(nome: string, descrizione = ''): Command {
  return configure(new Command(nome)).description(descrizione);
}

function configure(command: Command): Command {
  return command
    .helpOption('-h, --help', 'mostra questo aiuto')
    .helpCommand(false)
    .exitOverride()
    .allowExcessArguments(false)
    .enablePositionalOptions()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      styleTitle: (titolo) => TITOLI[titolo] ?? titolo,
      styleUsage: translateUsage,
      styleOptionDescription: (testo) => testo.replace(/\(default: "([^"]*)"\)/, '(se non si dice: $1)'),
      subcommandTerm: (comando) => translateUsage(Help.prototype.subcommandTerm(comando)),
    });
}

function translateUsage(testo: string): string {
  return testo.replace('[options]', '[opzioni]').replace('[command]', '[comando]');
}

/** Adds `--json`, which every command has. */
export function withJson(command: Command): Command {
  return command.option('--json', 'risultato in JSON: importi "338.00", date "2021-01-11"');
}

/** The option that a field comes from: `oreSettimanali` is `--ore-settimanali`. */
export function optionName(campo: string): string {
  return `--${campo.replace(/[A-Z]/g, (lettera) => `-${lettera.toLowerCase()}`)}`;
}

/** One Italian line for a command line that commander refused; undefined when it only showed help or the version. */
export function explainMisuse(errore: CommanderError): string | undefined {
  if (errore.exitCode === 0) return undefined;
  const nome = /'([^']+)'/.exec(errore.message)?.[1] ?? '';
  switch (errore.code) {
    case 'commander.unknownOption':
      return `${nome}: opzione sconosciuta; con --help si vedono quelle che ci sono.`;
    case 'commander.unknownCommand':
      return `${nome}: comando sconosciuto; «trimestre --help» li elenca.`;
    case 'commander.missingArgument':
      return `Manca l’argomento ${nome}; con --help si vede come scriverlo.`;
    case 'commander.optionMissingArgument':
      return `${nome}: manca il valore.`;
    case 'commander.missingMandatoryOptionValue':
      return `Manca l’opzione ${nome}.`;
    case 'commander.excessArguments':
      return 'Troppi argomenti; con --help si vede come scrivere il comando.';
    case 'commander.help':
      return 'Manca il comando; con --help si vedono quelli che ci sono.';
    default:
      return errore.message.replace(/^error: /, '');
  }
}

/** The options of a command, typed by the command that declared them. */
export type Opzioni<T> = OptionValues & T;
