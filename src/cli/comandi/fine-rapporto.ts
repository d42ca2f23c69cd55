import type { Command } from 'commander';
import { Option } from 'commander';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { cessazionePerStampa } from '../../portale/viste/cessazione.ts';
import {
  type CampiCessazione,
  cessazione,
  type Cessazione,
  cessazioneToJson,
  COLONNE_CONTRIBUTI,
  COLONNE_TFR,
  frasiAdempimenti,
  MOTIVI,
  parseDatiCessazione,
  righeContributi,
  righeTfr,
  titoloCessazione,
  vociCessazione,
} from '../../prospetti/cessazione/index.ts';
import { systemClock } from '../../valori/clock.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { leggiMappa, refuseOptions } from '../situazione.ts';
import { describeSteps, formatTable, printJson, printLines } from '../uscita.ts';

/** `trimestre fine-rapporto`: notice, holidays, thirteenth, TFR, last contributions and what to do by when. */
export function comandoFineRapporto(): Command {
  const command = createCommand('fine-rapporto')
    .esempio(
      '--assunzione 02/03/2020 --cessazione 15/11/2026 --motivo licenziamento --ore-settimanali 25 --paga-oraria 8,00 --ferie-non-godute 6',
      '--rapporto fine.yaml --out fine.pdf',
    )
    .option('--assunzione <data>', 'giorno di assunzione, gg/mm/aaaa')
    .option('--cessazione <data>', 'ultimo giorno del rapporto')
    .addOption(new Option('--motivo <motivo>', 'come finisce').choices(Object.keys(MOTIVI)))
    .option('--preavviso-lavorato <giorni>', 'giorni di calendario di preavviso lavorati (se manca: tutti)')
    .option('--alloggio-indipendente', 'portieri, custodi, chi ha con la famiglia un alloggio del datore')
    .option('--dopo-maternita', 'licenziamento entro 31 giorni dal congedo di maternità')
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana')
    .option('--paga-oraria <euro>', 'paga oraria pattuita')
    .option('--paga-mensile <euro>', 'paga mensile pattuita')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana (0-7)')
    .option('--senza-cuaf', 'coniuge, o parente o affine entro il terzo grado convivente')
    .option('--tempo-determinato', 'contratto a termine')
    .option('--associazione <codice>', 'F2 oppure E1')
    .option('--ferie-non-godute <giorni>', 'giorni lavorativi di ferie non godute')
    .option('--tfr-maturato <euro>', 'TFR al 31/12 dell’anno prima, se è noto')
    .option('--rivalutazione <percento>', 'coefficiente ISTAT del TFR per il mese della fine, per esempio 1,998336')
    .option('--rapporto <file.yaml>', 'tutto da un file, anche condizioni cambiate, retribuzioni degli anni, anticipi')
    .scrive('--out <file>', 'scrive anche il PDF da stampare');
  return withJson(command).action(
    async ({ json, out, rapporto, sovrascrivi: _, ...campi }: Opzioni<CampiCessazione & Altre>) => {
      if (rapporto !== undefined) refuseOptions(campi, '--rapporto', 'si scrive nel file');
      const dati = parseDatiCessazione(rapporto === undefined ? campi : leggiMappa(rapporto, 'una fine di rapporto'));
      const fine = cessazione(dati, norme(), regoleProspetti());
      const oggi = giornoInItalia(systemClock.now());
      if (out !== undefined) await writeWholeFile(out, renderProspettoPdf(cessazionePerStampa(fine, oggi)));
      if (json) printJson(cessazioneToJson(fine));
      else printLines(describe(fine));
    },
  );
}

interface Altre {
  readonly json?: boolean;
  readonly out?: string;
  readonly rapporto?: string;
  readonly sovrascrivi?: boolean;
}

function describe(fine: Cessazione): string[] {
  return [
    titoloCessazione(fine),
    ...vociCessazione(fine).map(([nome, valore]) => `${nome}: ${valore}`),
    '',
    'Ultimi contributi',
    ...formatTable([...COLONNE_CONTRIBUTI], righeContributi(fine)),
    '',
    'Che cosa fare, e quando',
    ...frasiAdempimenti(fine).map((frase) => `- ${frase}`),
    '',
    'TFR, anno per anno',
    ...formatTable([...COLONNE_TFR], righeTfr(fine)),
    '',
    ...describeSteps(fine.passi, fine.avvertenze),
    ...fine.contributi.flatMap(({ calcoli }) =>
      calcoli.flatMap(({ passi, avvertenze }) => ['', ...describeSteps(passi, avvertenze)]),
    ),
  ];
}
