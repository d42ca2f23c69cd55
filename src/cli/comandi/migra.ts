import type { Command } from 'commander';
import { createApplicazione } from '../../applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { systemClock } from '../../valori/clock.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre migra`: brings the database's schema up to date. */
export function comandoMigra(): Command {
  const command = createCommand('migra').esempio('');
  return withJson(command).action(async (opzioni: { json?: boolean }) => {
    const applicazione = await createApplicazione(loadImpostazioni(process.env), { clock: systemClock });
    try {
      const eseguite = await applicazione.migrate();
      if (opzioni.json) printJson({ migrazioni: eseguite });
      else
        printLines(
          eseguite.length === 0 ? ['Lo schema è già aggiornato.'] : eseguite.map((nome) => `eseguita: ${nome}`),
        );
    } finally {
      await applicazione.close();
    }
  });
}
