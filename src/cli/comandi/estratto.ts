import type { Command } from 'commander';
import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { estrattoPerStampa } from '../../portale/viste/prospetti.ts';
import { estratto, estrattoToJson, testoEstratto } from '../../prospetti/attestazione/index.ts';
import { norme } from '../../norme/norme.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';
import { paidBy } from './attestazione.ts';

/** `trimestre estratto`: the contributions an employer paid for one worker, quarter by quarter. */
export function comandoEstratto(): Command {
  const command = createCommand('estratto')
    .esempio('--datore BNCLCU58E52D620L --lavoratore PPSLNE79P43M149M')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--lavoratore <cf>', 'codice fiscale del lavoratore')
    .scrive('--out <file>', 'scrive anche il PDF da stampare');
  return withJson(command).action((opzioni: { datore: string; lavoratore: string; out?: string; json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const { pagati } = await paidBy(applicazione, opzioni.datore);
      const codiceFiscale = parseCodiceFiscale(opzioni.lavoratore, 'lavoratore');
      const lavoratore = pagati.find((pagato) => pagato.lavoratore.codiceFiscale === codiceFiscale)?.lavoratore;
      if (lavoratore === undefined) throw new NonTrovato('Pagamento per questo lavoratore');
      const risultato = estratto(lavoratore, pagati, norme().criteri.criteri);
      const stampa = stampaDi(applicazione);
      if (opzioni.out !== undefined) {
        await writeWholeFile(opzioni.out, renderProspettoPdf(estrattoPerStampa(risultato, stampa)));
      }
      if (opzioni.json) printJson(estrattoToJson(risultato));
      else printLines([testoEstratto(risultato, stampa.oggi)]);
    }),
  );
}
