import type { Command } from 'commander';
import { calcola } from '../../contributi/calcola.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { calcoloToJson } from '../../contributi/json.ts';
import { parseDatiCalcolo, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { calcolaTrimestre } from '../../contributi/situazione/calcola-trimestre.ts';
import type { Situazione } from '../../contributi/situazione/situazione.ts';
import { norme } from '../../norme/norme.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { situazioneDaFile, situazioneDaSettimane } from '../situazione.ts';
import { describeSteps, printJson, printLines } from '../uscita.ts';

/** `trimestre calcola`: the explained amount of a quarter. */
export function comandoCalcola(): Command {
  const command = createCommand('calcola')
    .option('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana normale')
    .option('--ore <ore>', 'ore pagate nel trimestre')
    .option('--settimane <n>', 'settimane pagate (di solito i sabati del trimestre)')
    .option('--paga-oraria <euro>', 'paga oraria pattuita, senza tredicesima')
    .option('--paga-mensile <euro>', 'paga mensile pattuita, senza tredicesima')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana (0-7)')
    .option('--senza-cuaf', 'coniuge, o parente o affine entro il terzo grado convivente')
    .option('--tempo-determinato', 'contratto a termine: addizionale 1,40%')
    .option('--associazione <codice>', 'contributo di assistenza contrattuale: F2 oppure E1')
    .option('--assunzione <data>', 'assunzione nel trimestre, gg/mm/aaaa')
    .option('--cessazione <data>', 'cessazione nel trimestre, gg/mm/aaaa')
    .option('--settimane-dettaglio <ore,ore,…>', 'ore di ogni settimana del trimestre, in ordine')
    .option('--rapporto <file.yaml>', 'il trimestre com’è andato, da un file: condizioni, ore, assenze, inizio e fine');
  return withJson(command).action(({ json, rapporto, settimaneDettaglio, ...campi }: OpzioniCalcola) => {
    const situazione = situazioneDi(rapporto, settimaneDettaglio, campi);
    if (situazione === undefined) {
      const calcolo = calcola(parseDatiCalcolo(campi), norme());
      return json ? printJson(calcoloToJson(calcolo)) : printLines(describe(calcolo));
    }
    const calcoli = calcolaTrimestre(situazione, norme());
    if (json) printJson({ calcoli: calcoli.map(calcoloToJson) });
    else printLines(calcoli.flatMap((calcolo) => [...describe(calcolo), '']));
  });
}

type OpzioniCalcola = Opzioni<CampiCalcolo & { json?: boolean; rapporto?: string; settimaneDettaglio?: string }>;

/** The quarter as it was, when a file or its weeks tell it; undefined for one weekly figure. */
function situazioneDi(
  rapporto: string | undefined,
  settimaneDettaglio: string | undefined,
  campi: CampiCalcolo,
): Situazione | undefined {
  if (rapporto !== undefined) return situazioneDaFile(rapporto, campi.trimestre);
  return settimaneDettaglio === undefined ? undefined : situazioneDaSettimane(settimaneDettaglio, campi);
}

function describe(calcolo: Calcolo): string[] {
  return [
    `Contributi del trimestre ${formatTrimestre(calcolo.trimestre)}: ${formatEuroItaliano(calcolo.totale)} euro`,
    `da pagare dal ${formatGiornoItaliano(calcolo.scadenza.apertura)} al ${formatGiornoItaliano(calcolo.scadenza.scadenza)}`,
    `a carico del lavoratore ${formatEuroItaliano(calcolo.quotaLavoratore)}, del datore ${formatEuroItaliano(calcolo.quotaDatore)}`,
    '',
    ...describeSteps(calcolo.passi, calcolo.avvertenze),
  ];
}
