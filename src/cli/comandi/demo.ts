import type { Command } from 'commander';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { quanti } from '../../valori/italiano.ts';

/** `trimestre demo`: loads the demo data; what is there already stays as it is. */
export function comandoDemo(): Command {
  const command = createCommand('demo').esempio('');
  return withJson(command).action((opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const caricati = await applicazione.loadDemo();
      if (opzioni.json) return printJson(caricati);
      printLines([
        `Dati di prova: ${quanti(caricati.datori, 'datore', 'datori')}, ${quanti(caricati.rapporti, 'rapporto', 'rapporti')} di lavoro, ${quanti(caricati.bollettini, 'bollettino', 'bollettini')}.`,
      ]);
    }),
  );
}
