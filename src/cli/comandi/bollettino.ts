import type { Command } from 'commander';
import { bollettinoToJson } from '../../bollettini/json.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { formatTrimestre, parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

interface OpzioniEmissione extends CampiCalcolo {
  readonly datore: string;
  readonly rapporto: string;
  readonly trimestre: string;
  readonly json?: boolean;
}

/** `trimestre bollettino emetti | elenco | mostra`. */
export function comandoBollettino(): Command {
  return createCommand('bollettino').addCommand(emetti()).addCommand(elenco()).addCommand(mostra());
}

function emetti(): Command {
  const command = createCommand('emetti', 'calcola un trimestre e mette il bollettino nel carrello')
    .esempio('--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2026')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--rapporto <codice>', 'codice del rapporto di lavoro (10 o 11 cifre)')
    .requiredOption('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana, se diverse dal contratto')
    .option('--ore <ore>', 'ore pagate nel trimestre')
    .option('--settimane <n>', 'settimane pagate')
    .option('--paga-oraria <euro>', 'paga oraria, se diversa dal contratto')
    .option('--paga-mensile <euro>', 'paga mensile, se diversa dal contratto')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana')
    .option('--associazione <codice>', 'F2 oppure E1')
    .option('--cessazione <data>', 'fine del rapporto nel trimestre, gg/mm/aaaa');
  return withJson(command).action(({ datore, rapporto, trimestre, ...opzioni }: Opzioni<OpzioniEmissione>) =>
    withApplicazione(async (applicazione) => {
      const contesto = await contestoOperatore(applicazione, datore);
      const rapporti = await applicazione.bollettini.rapporti(contesto);
      const scelto = rapporti.find((r) => r.codice === rapporto.trim());
      if (scelto === undefined) throw new NonTrovato('Rapporto di lavoro');
      const { emessi } = await applicazione.bollettini.emetti(
        contesto,
        scelto.id,
        parseTrimestre(trimestre),
        parseModifiche(opzioni),
      );
      printRows(
        emessi.map((bollettino) => ({ bollettino, rapporto: scelto })),
        opzioni.json,
      );
    }),
  );
}

function elenco(): Command {
  const command = createCommand('elenco', 'i bollettini nel carrello di un datore')
    .esempio('--datore BNCLCU58E52D620L')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro');
  return withJson(command).action((opzioni: { datore: string; json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const contesto = await contestoOperatore(applicazione, opzioni.datore);
      const { righe, totale } = await applicazione.bollettini.carrello(contesto);
      printRows(righe, opzioni.json);
      if (!opzioni.json) printLines([`Importo bollettini: ${formatEuroItaliano(totale)} euro`]);
    }),
  );
}

function mostra(): Command {
  const command = createCommand('mostra', 'un bollettino e i passi del suo importo')
    .esempio('301000000000000194')
    .argument('<bollettino>', 'il suo id, o il codice avviso di 18 cifre');
  return withJson(command).action((id: string, opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const riga = await applicazione.bollettini.mostraPerOperatore(id);
      if (opzioni.json) return printJson(bollettinoToJson(riga));
      printRows([riga]);
      printLines(
        riga.bollettino.calcolo.passi.map((p) => `${p.etichetta}: ${p.formula} = ${p.risultato} (${p.fonte.titolo})`),
      );
    }),
  );
}

function printRows(righe: readonly RigaCarrello[], json = false): void {
  if (json) return printJson(righe.map(bollettinoToJson));
  if (righe.length === 0) return printLines(['Nessun bollettino nel carrello.']);
  const celle = righe.map(({ bollettino, rapporto }) => [
    bollettino.id,
    rapporto.codice,
    rapporto.lavoratore.codiceFiscale,
    bollettino.codiceInps,
    formatTrimestre(bollettino.trimestre),
    formatGiornoItaliano(bollettino.scadenza),
    formatEuroItaliano(bollettino.importo),
    bollettino.stato,
  ]);
  printLines(
    formatTable(['id', 'rapporto', 'lavoratore', 'codice Inps', 'trimestre', 'scadenza', 'importo', 'stato'], celle),
  );
}
