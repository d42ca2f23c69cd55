import type { Command } from 'commander';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { calcoloToJson } from '../../contributi/json.ts';
import { parseDatiCalcolo, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { fraseAccredito } from '../../contributi/settimane-accreditate.ts';
import { calcolaDati, calcolaTrimestre } from '../../contributi/calcola.ts';
import type { Situazione } from '../../contributi/situazione/situazione.ts';
import { norme } from '../../norme/norme.ts';
import { formatEuroItaliano, somma } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { conPremesse, premesse } from '../../norme/premesse.ts';
import { withLetture } from '../letture.ts';
import { withMinimo } from '../minimo.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { withOltreLOrario } from '../oltre-l-orario.ts';
import { withTerritorio } from '../territorio.ts';
import { situazioneDaFile, situazioneDaSettimane } from '../situazione.ts';
import { describeSteps, printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';

/** `trimestre calcola`: the explained amount of a quarter. */
export function comandoCalcola(): Command {
  const command = createCommand('calcola')
    .esempio(
      '--trimestre 4/2020 --ore-settimanali 25',
      '--trimestre 1/2026 --ore-settimanali 20 --paga-oraria 8,50',
      '--rapporto trimestre.yaml',
    )
    .option('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana normale')
    .option('--ore <ore>', 'ore pagate nel trimestre')
    .option('--settimane <n>', 'settimane pagate (di solito i sabati del trimestre)')
    .option('--paga-oraria <euro>', 'paga oraria pattuita, senza tredicesima')
    .option('--paga-mensile <euro>', 'paga mensile pattuita, senza tredicesima')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana (0-7)')
    .option('--senza-cuaf', 'coniuge, o parente o affine entro il terzo grado convivente')
    .option('--tempo-determinato', 'contratto a termine: addizionale 1,40%')
    .option('--associazione <codice>', 'assistenza contrattuale, obbligatoria per chi applica il CCNL: F2 oppure E1')
    .option('--solo-assistenza', 'il solo contributo di assistenza, senza quelli dell’INPS')
    .option('--assunzione <data>', 'assunzione nel trimestre, gg/mm/aaaa')
    .option('--cessazione <data>', 'cessazione nel trimestre, gg/mm/aaaa')
    .option('--settimane-dettaglio <ore,ore,…>', 'ore di ogni settimana del trimestre, in ordine')
    .option('--rapporto <file.yaml>', 'il trimestre com’è andato, da un file: condizioni, ore, assenze, inizio e fine');
  return withJson(withLetture(withTerritorio(withMinimo(withOltreLOrario(command))))).action(
    ({ json, rapporto, settimaneDettaglio, ...campi }: OpzioniCalcola) => {
      const situazione = situazioneDi(rapporto, settimaneDettaglio, campi);
      if (situazione === undefined) {
        const calcoli = calcolaDati(parseDatiCalcolo(campi), norme());
        const [unico, altro] = calcoli;
        const anni = anniDi(calcoli);
        if (!json) return printLines([...premesse(norme(), anni), ...describeAll(calcoli)]);
        if (unico !== undefined && altro === undefined)
          return printJson(conPremesse(norme(), anni, calcoloToJson(unico)));
        return printJson(conPremesse(norme(), anni, { calcoli: calcoli.map(calcoloToJson) }));
      }
      const calcoli = calcolaTrimestre(situazione, norme());
      const anni = anniDi(calcoli);
      if (json) printJson(conPremesse(norme(), anni, { calcoli: calcoli.map(calcoloToJson) }));
      else printLines([...premesse(norme(), anni), ...describeAll(calcoli)]);
    },
  );
}

type OpzioniCalcola = Opzioni<CampiCalcolo & { json?: boolean; rapporto?: string; settimaneDettaglio?: string }>;

function anniDi(calcoli: readonly Calcolo[]): number[] {
  return calcoli.map(({ trimestre }) => trimestre.anno);
}

/** The quarter as it was, when a file or its weeks tell it; undefined for one weekly figure. */
function situazioneDi(
  rapporto: string | undefined,
  settimaneDettaglio: string | undefined,
  campi: CampiCalcolo,
): Situazione | undefined {
  if (rapporto !== undefined) return situazioneDaFile(rapporto, campi);
  return settimaneDettaglio === undefined ? undefined : situazioneDaSettimane(settimaneDettaglio, campi);
}

/** One payment, or the two that a quarter with weeks on both sides of 24 hours needs; what holds for both is said once. */
function describeAll(calcoli: readonly Calcolo[]): string[] {
  const [primo, ...altri] = calcoli;
  if (primo === undefined) return [];
  const accredito = fraseAccredito(calcoli, norme().criteri.criteri);
  if (altri.length === 0) return describe(primo, [accredito]);
  const comuni = primo.avvertenze.filter((frase) => altri.every(({ avvertenze }) => avvertenze.includes(frase)));
  const totale = formatEuroItaliano(somma(calcoli.map((calcolo) => calcolo.totale)));
  return [
    `Contributi del trimestre ${formatTrimestre(primo.trimestre)}: ${totale} euro, in ${calcoli.length} pagamenti`,
    accredito,
    ...calcoli.flatMap((calcolo) => [
      '',
      `--- ${calcolo.gruppo === 'fino-24' ? 'Settimane fino a 24 ore' : 'Settimane oltre 24 ore'} ---`,
      ...describe({ ...calcolo, avvertenze: calcolo.avvertenze.filter((frase) => !comuni.includes(frase)) }),
    ]),
    '',
    'Da sapere su tutto il trimestre:',
    ...comuni.map((frase) => `- ${frase}`),
  ];
}

/** @param accredito what the worker gains, where it is said with one bollettino */
function describe(calcolo: Calcolo, accredito: readonly string[] = []): string[] {
  const { apertura, scadenza, giornoSicuro } = calcolo.scadenza;
  const sicuro =
    giornoSicuro === undefined
      ? ''
      : italiano`; le fonti non concordano, giorno sicuro il ${formatGiornoItaliano(giornoSicuro)}`;
  return [
    `Contributi del trimestre ${formatTrimestre(calcolo.trimestre)}: ${formatEuroItaliano(calcolo.totale)} euro`,
    italiano`da pagare dal ${formatGiornoItaliano(apertura)} al ${formatGiornoItaliano(scadenza)}${sicuro}`,
    `a carico del lavoratore ${formatEuroItaliano(calcolo.quotaLavoratore)}, del datore ${formatEuroItaliano(calcolo.quotaDatore)}`,
    ...accredito,
    '',
    ...describeSteps(calcolo.passi, calcolo.avvertenze),
  ];
}
