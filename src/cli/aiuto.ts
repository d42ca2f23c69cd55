import type { Argument, Command, Option } from 'commander';
import { oppure } from './nomi.ts';

/** Titles of commander's help, in Italian. */
const TITOLI: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argomenti:',
  'Options:': 'Opzioni:',
  'Commands:': 'Comandi:',
};

/** The help of a command: in Italian, with what is required marked, and its examples at the end. */
export function configureAiuto<C extends Command>(command: C, esempi: () => readonly string[]): C {
  return command
    .helpOption('-h, --help', 'mostra questo aiuto')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (titolo) => TITOLI[titolo] ?? titolo,
      commandUsage: (comando) => usage(comando),
      optionDescription: describeOption,
      argumentTerm,
      argumentDescription: describeArgument,
      subcommandTerm: (comando) => comando.name(),
    })
    .addHelpText('after', () => formatExamples(esempi()));
}

/** `trimestre attestazione --datore <cf> --anno <aaaa> [altre opzioni]`: what cannot be left out stands in the line. */
function usage(comando: Command): string {
  const nomi: string[] = [];
  for (let uno: Command | null = comando; uno !== null; uno = uno.parent) nomi.unshift(uno.name());
  const obbligatorie = comando.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags);
  const argomenti = comando.registeredArguments.map(argumentTerm);
  const figli =
    comando.commands.length === 0 ? [] : [comando.registeredArguments.length === 0 ? '<comando>' : '[comando]'];
  return [...nomi, ...figli, ...argomenti, ...obbligatorie, '[opzioni]'].join(' ');
}

/** `<file>`, `[comando...]`. */
function argumentTerm(argomento: Argument): string {
  const nome = `${argomento.name()}${argomento.variadic ? '...' : ''}`;
  return argomento.required ? `<${nome}>` : `[${nome}]`;
}

function describeOption(opzione: Option): string {
  const predefinito: unknown = opzione.defaultValue;
  return withNotes(opzione.description, [
    ...(opzione.mandatory ? ['obbligatoria'] : []),
    ...choices(opzione.argChoices),
    ...(typeof predefinito === 'string' ? [`se non si dice: ${predefinito}`] : []),
  ]);
}

function describeArgument(argomento: Argument): string {
  return withNotes(argomento.description, [
    ...(argomento.required ? ['obbligatorio'] : []),
    ...choices(argomento.argChoices),
  ]);
}

function choices(scelte: readonly string[] | undefined): string[] {
  return scelte === undefined ? [] : [oppure(scelte)];
}

function withNotes(descrizione: string, note: readonly string[]): string {
  return note.length === 0 ? descrizione : `${descrizione} (${note.join('; ')})`.trimStart();
}

function formatExamples(esempi: readonly string[]): string {
  if (esempi.length === 0) return '';
  return ['', esempi.length === 1 ? 'Esempio:' : 'Esempi:', ...esempi.map((riga) => `  ${riga}`)].join('\n');
}
