import type { Command } from 'commander';
import { loadNorme, norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import {
  costoAnnuo,
  costoAnnuoToJson,
  parseDatiCosto,
  type CampiCosto,
  type CostoAnnuo,
} from '../../prospetti/costo-annuo/index.ts';
import { normeProiettate, parseIstat, proiettaAnno } from '../../prospetti/proiezione/index.ts';
import { systemClock } from '../../valori/clock.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { conPremesse, premesse } from '../../norme/premesse.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { describeSteps, printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';

/** `trimestre costo-annuo`: what a rapporto costs in a year, as it is or as one thinks of making it. */
export function comandoCostoAnnuo(): Command {
  const command = createCommand('costo-annuo')
    .esempio('--anno 2026 --ore-settimanali 25 --paga-oraria 8,00')
    .requiredOption('--anno <aaaa>', 'l’anno')
    .requiredOption('--ore-settimanali <ore>', 'ore pagate in una settimana')
    .option('--paga-oraria <euro>', 'paga oraria pattuita')
    .option('--paga-mensile <euro>', 'paga mensile pattuita')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana (0-7)')
    .option('--senza-cuaf', 'coniuge, o parente o affine entro il terzo grado convivente')
    .option('--tempo-determinato', 'contratto a termine')
    .option('--associazione <codice>', 'F2 oppure E1')
    .option('--assunzione <data>', 'assunzione nell’anno, gg/mm/aaaa')
    .option('--cessazione <data>', 'cessazione nell’anno, gg/mm/aaaa')
    .option('--quota-lavoratore-a-carico', 'il datore paga anche la quota del lavoratore')
    .option('--istat <percento>', 'per un anno senza tabella: la variazione ISTAT da supporre, per esempio 1,2');
  return withJson(command).action((opzioni: Opzioni<CampiCosto & { istat?: string; json?: boolean }>) => {
    const { istat, json, ...campi } = opzioni;
    const regole = regoleProspetti();
    const dati = parseDatiCosto(campi);
    // A supposed variation is applied to what is published: a draft of the data folder does not stand in its way.
    const base = istat === undefined ? norme() : loadNorme();
    const oggi = giornoInItalia(systemClock.now());
    const nota =
      istat === undefined
        ? base
        : normeProiettate(base, proiettaAnno(dati.anno, parseIstat(istat), base, regole.proiezione, oggi).tabella);
    if (istat === undefined && dati.anno === (base.anni.at(-1) ?? 0) + 1) throw notPublished(dati.anno);
    const costo = costoAnnuo(dati, nota, regole);
    if (json) return printJson(conPremesse(nota, [dati.anno], costoAnnuoToJson(costo)));
    printLines([
      ...premesse(nota, [dati.anno]),
      ...describe(costo),
      '',
      ...describeSteps(costo.passi, costo.avvertenze),
    ]);
  });
}

function notPublished(anno: number): ErroreDati {
  return new ErroreDati('anno-sconosciuto/con-istat', { anno, campo: 'anno' });
}

/** The headline: what the employer bears, what goes to INPS with the part kept back from the worker. */
function describe({
  dati,
  totale,
  contributi,
  nettoLavoratore,
  deducibile,
  settimaneAccreditate,
}: CostoAnnuo): string[] {
  const { quotaDatore, quotaLavoratore } = contributi;
  const aCarico = dati.quotaLavoratoreACarico ? contributi.totale : quotaDatore;
  const trattenuti = dati.quotaLavoratoreACarico
    ? 'tutti a carico del datore'
    : italiano`con i ${formatEuroItaliano(quotaLavoratore)} trattenuti al lavoratore`;
  return [
    italiano`Costo del ${dati.anno}: ${formatEuroItaliano(totale)} euro, di cui contributi a carico del datore ${formatEuroItaliano(aCarico)}`,
    `contributi da versare all’INPS ${formatEuroItaliano(contributi.totale)}, ${trattenuti}`,
    `netto del lavoratore ${formatEuroItaliano(nettoLavoratore)}, senza TFR e imposte`,
    `settimane accreditate al lavoratore per pensione e NASpI ${settimaneAccreditate}`,
    `contributi deducibili dal reddito del datore ${formatEuroItaliano(deducibile)}, se versati tutti nell’anno`,
  ];
}
