import type { Command } from 'commander';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre demo`: loads the demo data; what is there already stays as it is. */
export function comandoDemo(): Command {
  const command = createCommand('demo').esempio('');
  return withJson(command).action((opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const caricati = await applicazione.loadDemo();
      if (opzioni.json) return printJson(caricati);
      printLines([
        `Dati di prova: ${caricati.datori} datori, ${caricati.rapporti} rapporti di lavoro, ${caricati.bollettini} bollettini.`,
      ]);
    }),
  );
}
