import type { Comando } from '../comando.ts';
import { createCommand } from '../programma.ts';

/**
 * `trimestre aiuto lotto calcola`: what `trimestre lotto calcola --help` says.
 * @param createProgramma the program with these of its commands loaded
 */
export function comandoAiuto(createProgramma: (chiamati: readonly string[]) => Promise<Comando>): Comando {
  return createCommand('aiuto', 'spiega un comando, come la sua opzione --help')
    .alias('help')
    .argument('[comando...]', 'il comando da spiegare; se manca, l’elenco di tutti')
    .esempio('', 'calcola', 'lotto calcola')
    .action(async (nomi: readonly string[]) => {
      const programma = await createProgramma(nomi.slice(0, 1));
      await programma.parseAsync(questionOf(programma, nomi), { from: 'user' });
    });
}

/** The command line that answers: the help of the command, or the name that is wrong, so that the near ones are told. */
function questionOf(programma: Comando, nomi: readonly string[]): string[] {
  let comando: Pick<Comando, 'commands' | 'registeredArguments'> = programma;
  for (const [i, nome] of nomi.entries()) {
    const figlio = comando.commands.find((uno) => uno.name() === nome || uno.aliases().includes(nome));
    if (figlio !== undefined) comando = figlio;
    else if (comando.commands.length > 0 && comando.registeredArguments.length === 0) return nomi.slice(0, i + 1);
    else return [...nomi.slice(0, i), '--help'];
  }
  return [...nomi, '--help'];
}
