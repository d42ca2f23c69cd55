import type { Command } from 'commander';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { bollettiniPagati } from '../../pagamenti/bollettini-pagati.ts';
import {
  attestazione,
  attestazioneToJson,
  testoAttestazione,
  type BollettinoPagato,
} from '../../prospetti/attestazione/index.ts';
import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { attestazionePerStampa } from '../../portale/viste/prospetti.ts';
import { type Giorno, giornoInItalia } from '../../valori/giorno.ts';
import { parseAnno } from '../argomenti.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre attestazione`: what an employer paid in a year, for the tax return. */
export function comandoAttestazione(): Command {
  const command = createCommand('attestazione')
    .esempio('--datore BNCLCU58E52D620L --anno 2026', '--datore BNCLCU58E52D620L --anno 2026 --out attestazione.pdf')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--anno <aaaa>', 'l’anno')
    .option('--per-contribuzione', 'i trimestri dell’anno, invece dei pagamenti fatti nell’anno')
    .scrive('--out <file>', 'scrive anche il PDF da stampare');
  return withJson(command).action(
    (opzioni: { datore: string; anno: string; perContribuzione?: boolean; out?: string; json?: boolean }) =>
      withApplicazione(async (applicazione) => {
        const { datore, pagati } = await paidBy(applicazione, opzioni.datore);
        const criterio = opzioni.perContribuzione === true ? 'anno-di-contribuzione' : 'anno-di-pagamento';
        const anno = parseAnno(opzioni.anno);
        const risultato = attestazione(datore, anno, criterio, pagati, regoleProspetti().tributi);
        const stampa = stampaDi(applicazione);
        if (opzioni.out !== undefined) {
          await writeWholeFile(opzioni.out, renderProspettoPdf(attestazionePerStampa(risultato, stampa)));
        }
        if (opzioni.json) printJson(attestazioneToJson(risultato));
        else printLines([testoAttestazione(risultato, stampa.oggi)]);
      }),
  );
}

/** What a printed statement says of itself: its day, and whether a real creditor stands behind it. */
export function stampaDi({ clock, impostazioni }: Applicazione): { readonly oggi: Giorno; readonly reale: boolean } {
  return { oggi: giornoInItalia(clock.now()), reale: impostazioni.ente.reale };
}

/** The employer of a codice fiscale and all that receipts say was paid for it. */
export async function paidBy(
  applicazione: Applicazione,
  codiceFiscale: string,
): Promise<{ readonly datore: Datore; readonly pagati: readonly BollettinoPagato[] }> {
  const contesto = await contestoOperatore(applicazione, codiceFiscale);
  const datore = await applicazione.bollettini.datore(contesto);
  return { datore, pagati: bollettiniPagati(datore, await applicazione.pagamenti.effettuati(contesto)) };
}
