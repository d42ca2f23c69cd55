import type { Command } from 'commander';
import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { estratto, estrattoToJson, testoEstratto } from '../../prospetti/attestazione/index.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { paidBy } from './attestazione.ts';

/** `trimestre estratto`: the contributions an employer paid for one worker, quarter by quarter. */
export function comandoEstratto(): Command {
  const command = createCommand('estratto')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--lavoratore <cf>', 'codice fiscale del lavoratore');
  return withJson(command).action((opzioni: { datore: string; lavoratore: string; json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const { pagati } = await paidBy(applicazione, opzioni.datore);
      const codiceFiscale = parseCodiceFiscale(opzioni.lavoratore, 'lavoratore');
      const lavoratore = pagati.find((pagato) => pagato.lavoratore.codiceFiscale === codiceFiscale)?.lavoratore;
      if (lavoratore === undefined) throw new NonTrovato('Pagamento per questo lavoratore');
      const risultato = estratto(lavoratore, pagati);
      if (opzioni.json) printJson(estrattoToJson(risultato));
      else printLines([testoEstratto(risultato, giornoInItalia(applicazione.clock.now()))]);
    }),
  );
}
