import { runToExitCode } from './esci.ts';
import { createProgramma } from './radice.ts';

// What is written holds people's data: databases, copies, notices, exports are their owner's alone.
process.umask(0o077);

// Who reads may have had enough (`| head`): what the command does is done all the same.
for (const uscita of [process.stdout, process.stderr])
  uscita.on('error', (errore: NodeJS.ErrnoException) => {
    if (errore.code !== 'EPIPE') throw errore;
  });

const scritti = process.argv.slice(2);
const argomenti = scritti.length === 0 ? ['aiuto'] : scritti;

process.exitCode = await runToExitCode(async () =>
  (await createProgramma(argomenti.slice(0, 1))).parseAsync(argomenti, { from: 'user' }),
);
