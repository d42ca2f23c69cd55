import { isBuiltin } from 'node:module';
import { ErroreDati } from '../valori/errore-dati.ts';
import { comandoSimulatore } from './comandi/simulatore.ts';
import { runToExitCode } from './esci.ts';

// The whole program of `trimestre-simulatore.mjs`: the simulated node alone, in one file (`src/risorse/file-unico.ts`).
process.umask(0o077);

process.exitCode = await runToExitCode(() => {
  if (!isBuiltin('node:sqlite')) {
    const questo = process.versions.node;
    throw new ErroreDati('node-senza-sqlite', { questo });
  }
  return comandoSimulatore().name('trimestre-simulatore').parseAsync(process.argv.slice(2), { from: 'user' });
});
