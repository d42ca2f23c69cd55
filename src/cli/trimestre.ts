import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../valori/package-root.ts';
import { COMANDI } from './comandi/index.ts';
import { runToExitCode } from './esci.ts';
import { createCommand } from './programma.ts';

// What is written holds people's data: databases, copies, notices, exports are their owner's alone.
process.umask(0o077);

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packagePath('package.json'), 'utf8')));

const programma = createCommand(
  'trimestre',
  'Contributi INPS dei lavoratori domestici: calcolo, avvisi, pagamenti simulati.',
).version(version, '-V, --version', 'mostra la versione');

const chiamato = process.argv[2];
for (const [nome, { descrizione, load }] of Object.entries(COMANDI)) {
  programma.addCommand((nome === chiamato ? await load() : createCommand(nome)).description(descrizione));
}

process.exitCode = await runToExitCode(() => programma.parseAsync());
