import type { Comando } from './comando.ts';

/** Adds to a command the place of the employer, which may suspend the due date. */
export function withTerritorio(command: Comando): Comando {
  return command.option(
    '--territorio <id>',
    'sospensione dei termini che vale dove sta il datore, per esempio ciclone-harry-2026 (se non la si conosce, vengono elencate)',
  );
}
