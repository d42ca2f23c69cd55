import type { Command } from 'commander';
import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { estrattoInCsv } from '../../portale/viste/estratto-csv.ts';
import { estrattoInProspetto } from '../../portale/viste/estratto.ts';
import { estratto, estrattoToJson } from '../../prospetti/attestazione/index.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { OUT_PROSPETTO, presentaProspetto, type OpzioniProspetto } from '../presenta-prospetto.ts';
import { createCommand, withJson } from '../programma.ts';
import { paidBy } from './attestazione.ts';

/** `trimestre estratto`: the contributions an employer paid for one worker, quarter by quarter. */
export function comandoEstratto(): Command {
  const command = createCommand('estratto')
    .esempio('--datore BNCLCU58E52D620L --lavoratore PPSLNE79P43M149M')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--lavoratore <cf>', 'codice fiscale del lavoratore')
    .scrive('--out <file>', OUT_PROSPETTO);
  return withJson(command).action((opzioni: OpzioniProspetto & { datore: string; lavoratore: string }) =>
    withApplicazione(async (applicazione) => {
      const { pagati, lettoIl } = await paidBy(applicazione, opzioni.datore);
      const codiceFiscale = parseCodiceFiscale(opzioni.lavoratore, 'lavoratore');
      const lavoratore = pagati.find((pagato) => pagato.lavoratore.codiceFiscale === codiceFiscale)?.lavoratore;
      if (lavoratore === undefined) throw new NonTrovato('Pagamento per questo lavoratore');
      const risultato = estratto(lavoratore, pagati, lettoIl);
      const stampa = stampaDi(applicazione);
      await presentaProspetto(opzioni, {
        carta: estrattoInProspetto(risultato, stampa),
        tabella: () => estrattoInCsv(risultato, stampa.reale),
        json: () => estrattoToJson(risultato, stampa.reale),
      });
    }),
  );
}
