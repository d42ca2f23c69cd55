import { Command, CommanderError } from 'commander';
import { insieme, oppure } from './nomi.ts';

/** One Italian line for a command line that commander refused: what is wrong, and what was perhaps meant. */
export function explainMisuse(errore: CommanderError, comando: Command, esempio?: string): string {
  const comeSiFa =
    esempio === undefined ? `«${pathOf(comando)} --help» mostra come si scrive.` : `Per esempio: ${esempio}`;
  const nome = /'([^']+)'/.exec(errore.message)?.[1] ?? '';
  // A required option that is missing may be there under a wrong name.
  const misspelt = comando.args.find((argomento) => argomento.startsWith('--'));
  switch (errore.code) {
    case 'commander.unknownOption':
      return unknownOption(nome, comando);
    case 'commander.unknownCommand':
      return `${nome}: comando sconosciuto${perhaps(suggestions(errore))}; «${pathOf(comando)} --help» li elenca.`;
    case 'commander.missingArgument':
      return `Manca <${nome}>. ${comeSiFa}`;
    case 'commander.optionMissingArgument':
      return `${nome}: manca il valore. ${comeSiFa}`;
    case 'commander.missingMandatoryOptionValue':
      return misspelt === undefined ? `${missing(comando)} ${comeSiFa}` : unknownOption(misspelt, comando);
    case 'commander.excessArguments':
      return `${excess(comando)} ${comeSiFa}`;
    case 'commander.invalidArgument':
      return invalidChoice(errore, nome, comando);
    case 'commander.help':
      return `Manca il comando: dopo «${pathOf(comando)}» va scritto ${oppure(comando.commands.map((uno) => uno.name()))}.`;
    default:
      return `Il comando non si capisce. ${comeSiFa}`;
  }
}

/** An option whose value was left out, so that the next option was taken for it; undefined when there is none. */
export function swallowedOption(comando: Command): string | undefined {
  const nomi = comando.options.map(({ long }) => long);
  return comando.options.find((opzione) => {
    const valore: unknown = comando.getOptionValue(opzione.attributeName());
    return typeof valore === 'string' && nomi.includes(valore.split('=')[0]);
  })?.long;
}

function unknownOption(nome: string, comando: Command): string {
  const scritta = nome.split('=')[0] ?? nome;
  const tutte = comando.options.flatMap(({ long }) => (long === undefined ? [] : [long]));
  const intere = tutte.filter((una) => una.startsWith(scritta.replace(/^-+/, '--')) && scritta.length > 3);
  const proposte = intere.length > 0 ? intere : nearOptions(scritta, comando);
  const dopo =
    comando.commands.length > 0 && proposte.length === 0 ? '; le opzioni si scrivono dopo il nome del comando' : '';
  return `${scritta}: opzione sconosciuta${perhaps(proposte)}${dopo}; «${pathOf(comando)} --help» le elenca.`;
}

/** The options that commander finds near a name: it says so only when it meets the name in a command line. */
function nearOptions(scritta: string, comando: Command): string[] {
  const prova = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const { long } of comando.options) if (long !== undefined) prova.option(long);
  try {
    prova.parse([scritta], { from: 'user' });
    return [];
  } catch (errore) {
    return errore instanceof CommanderError ? suggestions(errore) : [];
  }
}

/** What commander found near, read from its message: it is told nowhere else. */
function suggestions({ message }: CommanderError): string[] {
  return /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1]?.split(', ') ?? [];
}

function perhaps(proposte: readonly string[]): string {
  return proposte.length === 0 ? '' : `, forse ${oppure(proposte)}`;
}

function missing(comando: Command): string {
  const mancanti = comando.options
    .filter((opzione) => opzione.mandatory && comando.getOptionValue(opzione.attributeName()) === undefined)
    .map(({ flags }) => flags);
  return `${mancanti.length === 1 ? 'Manca' : 'Mancano'} ${insieme(mancanti)}.`;
}

function excess(comando: Command): string {
  const senzaValore = swallowedOption(comando);
  if (senzaValore !== undefined) return `${senzaValore}: manca il valore.`;
  const diTroppo = comando.args.slice(comando.registeredArguments.length);
  const lineetta = diTroppo.find((argomento) => /^[–—]/.test(argomento));
  if (lineetta !== undefined) return `${lineetta}: un’opzione comincia con due trattini corti, «--».`;
  const quali = diTroppo.map((argomento) => `«${argomento}»`);
  const spazi = 'un valore con spazi va fra virgolette';
  return `${insieme(quali)}: ${quali.length === 1 ? 'è' : 'sono'} di troppo (${spazi}).`;
}

function invalidChoice({ message }: CommanderError, flags: string, comando: Command): string {
  const opzione = comando.options.find((una) => una.flags === flags);
  const scritto = /argument '(.*)' is invalid/.exec(message)?.[1] ?? '';
  const scelte = opzione?.argChoices ?? [];
  return `${opzione?.long ?? flags}: «${scritto}» non va bene; si può scrivere ${oppure(scelte)}.`;
}

function pathOf(comando: Command): string {
  return comando.parent === null ? comando.name() : `${pathOf(comando.parent)} ${comando.name()}`;
}
