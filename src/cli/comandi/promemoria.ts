import type { Command } from 'commander';
import { createPosta } from '../../posta/posta.ts';
import { createServizioPromemoria } from '../../portale/promemoria.ts';
import { testoErrore } from '../../valori/descrivi-errore.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { quanti } from '../../valori/italiano.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre promemoria`: sends the reminders that were not sent yet, once; the portal does the same every hour. */
export function comandoPromemoria(): Command {
  const command = createCommand('promemoria').esempio('', '--json');
  return withJson(command).action(({ json }: { json?: boolean }) =>
    withApplicazione(async (app) => {
      const posta = createPosta(app.impostazioni.posta);
      const errori: string[] = [];
      const esito = await createServizioPromemoria(app, posta).invia((errore) => errori.push(testoErrore(errore)));
      const { inviati, falliti } = esito;
      if (json) printJson(esito);
      else if (inviati > 0 || falliti === 0)
        printLines([`${quanti(inviati, 'promemoria', 'promemoria')}, ${posta.come}.`]);
      if (falliti > 0) throw new ErroreDati('promemoria-non-spediti', { falliti, perche: errori[0] ?? '' });
    }),
  );
}
