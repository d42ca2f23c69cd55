import type { OptionValues } from 'commander';
import { Comando } from './comando.ts';

/** A command with the manners of the program (see `Comando`). */
export function createCommand(nome: string, descrizione = ''): Comando {
  return new Comando(nome).description(descrizione);
}

/** Adds `--json`, which every command that answers has. */
export function withJson(command: Comando): Comando {
  return command.option('--json', 'risultato in JSON: importi "338.00", date "2021-01-11"');
}

/** The options of a command, typed by the command that declared them. */
export type Opzioni<T> = OptionValues & T;
