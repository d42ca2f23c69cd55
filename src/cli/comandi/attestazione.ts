import type { Command } from 'commander';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { bollettiniPagati } from '../../pagamenti/bollettini-pagati.ts';
import {
  attestazione,
  attestazioneToJson,
  type BollettinoPagato,
  type LettoIl,
} from '../../prospetti/attestazione/index.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { attestazioneInCsv } from '../../portale/viste/attestazione-csv.ts';
import { attestazioneInProspetto } from '../../portale/viste/attestazione.ts';
import { parseAnno } from '../argomenti.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { OUT_PROSPETTO, presentaProspetto, type OpzioniProspetto } from '../presenta-prospetto.ts';
import { createCommand, withJson } from '../programma.ts';

/** `trimestre attestazione`: what an employer paid in a year, for the tax return. */
export function comandoAttestazione(): Command {
  const command = createCommand('attestazione')
    .esempio('--datore BNCLCU58E52D620L --anno 2026', '--datore BNCLCU58E52D620L --anno 2026 --out attestazione.pdf')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--anno <aaaa>', 'l’anno')
    .option('--per-contribuzione', 'i trimestri dell’anno, invece dei pagamenti fatti nell’anno')
    .scrive('--out <file>', OUT_PROSPETTO);
  return withJson(command).action(
    (opzioni: OpzioniProspetto & { datore: string; anno: string; perContribuzione?: boolean }) =>
      withApplicazione(async (applicazione) => {
        const { datore, pagati, lettoIl } = await paidBy(applicazione, opzioni.datore);
        const criterio = opzioni.perContribuzione === true ? 'anno-di-contribuzione' : 'anno-di-pagamento';
        const anno = parseAnno(opzioni.anno);
        const risultato = attestazione({ datore, anno, criterio }, pagati, regoleProspetti().tributi, lettoIl);
        const stampa = stampaDi(applicazione);
        await presentaProspetto(opzioni, {
          carta: attestazioneInProspetto(risultato, stampa),
          tabella: () => attestazioneInCsv(risultato, stampa.reale),
          json: () => attestazioneToJson(risultato, stampa.reale),
        });
      }),
  );
}

/** The employer of a codice fiscale and all that receipts say was paid for it. */
export async function paidBy(
  applicazione: Applicazione,
  codiceFiscale: string,
): Promise<{ readonly datore: Datore; readonly pagati: readonly BollettinoPagato[]; readonly lettoIl: LettoIl }> {
  const contesto = await contestoOperatore(applicazione, codiceFiscale);
  const datore = await applicazione.bollettini.datore(contesto);
  const pagati = bollettiniPagati(datore, await applicazione.pagamenti.effettuati(contesto));
  return { datore, pagati, lettoIl: { norme: norme(), oggi: giornoInItalia(applicazione.clock.now()) } };
}
