import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../valori/package-root.ts';
import type { Comando } from './comando.ts';
import { comandoAiuto } from './comandi/aiuto.ts';
import { COMANDI } from './comandi/index.ts';
import { createCommand } from './programma.ts';

const ESEMPI = [
  'calcola --trimestre 4/2020 --ore-settimanali 25',
  'scadenza 4/2020',
  'verifica --trimestre 4/2020 --importo 338,00',
  'aiuto calcola',
];

/**
 * The whole program. The others of its commands stand in the list by their name alone.
 * @param chiamati names of the commands to be read from disk: the one that is run
 */
export async function createProgramma(chiamati: readonly string[]): Promise<Comando> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(packagePath('package.json'), 'utf8')));
  const programma = createCommand(
    'trimestre',
    'Contributi INPS dei lavoratori domestici: calcolo, avvisi, pagamenti simulati.',
  )
    .version(version, '-V, --version', 'mostra la versione')
    .esempio(...ESEMPI);
  for (const [nome, { descrizione, load }] of Object.entries(COMANDI)) {
    programma.addCommand((chiamati.includes(nome) ? await load() : createCommand(nome)).description(descrizione));
  }
  return programma.addCommand(comandoAiuto(createProgramma));
}
