import type { Command } from 'commander';
import { norme } from '../../norme/norme.ts';
import { calendarioIcs, calendarioToJson, eventiCalendario } from '../../prospetti/calendario/index.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

interface OpzioniCalendario {
  readonly datore: string;
  readonly dal: string;
  readonly al: string;
  readonly rapporto?: string;
  readonly giorniPrima: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `trimestre calendario`: due dates as a list, or as an ICS file with alarms. */
export function comandoCalendario(): Command {
  const command = createCommand('calendario')
    .esempio('--datore BNCLCU58E52D620L --dal 4/2026 --al 4/2027 --out scadenze.ics')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--dal <n/aaaa>', 'primo trimestre')
    .requiredOption('--al <n/aaaa>', 'ultimo trimestre')
    .option('--rapporto <codice>', 'solo questo rapporto di lavoro')
    .option('--giorni-prima <n>', 'promemoria tanti giorni prima della scadenza', '3')
    .scrive('--out <file>', 'scrive un file ICS da importare nel calendario');
  return withJson(command).action((opzioni: OpzioniCalendario) =>
    withApplicazione(async (applicazione) => {
      const contesto = await contestoOperatore(applicazione, opzioni.datore);
      const tutti = await applicazione.bollettini.rapporti(contesto);
      const dati = {
        rapporti: tutti.filter(({ codice }) => opzioni.rapporto === undefined || codice === opzioni.rapporto.trim()),
        dal: parseTrimestre(opzioni.dal, 'dal'),
        al: parseTrimestre(opzioni.al, 'al'),
        giorniPrima: parseDays(opzioni.giorniPrima),
      };
      if (opzioni.out !== undefined) {
        await writeWholeFile(opzioni.out, Buffer.from(calendarioIcs(dati, norme(), applicazione.clock.now())));
      }
      const eventi = eventiCalendario(dati, norme());
      if (opzioni.json) printJson(calendarioToJson(eventi));
      else {
        printLines([
          ...(eventi.length === 0 ? ['In questi trimestri non c’è nessuna scadenza.'] : []),
          ...eventi.map(({ giorno, titolo }) => `${formatGiornoItaliano(giorno)}  ${titolo}`),
        ]);
      }
    }),
  );
}

function parseDays(testo: string): number {
  if (/^\d{1,2}$/.test(testo)) return Number(testo);
  throw new ErroreDati('intero-non-valido/giorni-prima', { testo: testo.slice(0, 10), campo: 'giorniPrima' });
}
