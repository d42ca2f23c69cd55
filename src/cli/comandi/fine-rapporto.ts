import type { Command } from 'commander';
import { Option } from 'commander';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { fraseFine, frasiEsito } from '../../bollettini/frasi.ts';
import { emettiFine, fineDelRapporto, type FineDelRapporto } from '../../portale/fine-del-rapporto.ts';
import { cessazionePerStampa } from '../../portale/viste/cessazione.ts';
import {
  COLONNE_ANNI,
  COLONNE_CONDIZIONI,
  finePerStampa,
  righeAnni,
  righeCondizioni,
  righeDaVersare,
} from '../../portale/viste/fine-del-rapporto.ts';
import { COLONNE_SCOPERTI, sintesiScoperti } from '../../prospetti/scoperti/index.ts';
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
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
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
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --cessazione 15/11/2026 --motivo licenziamento --emetti',
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
    .option(
      '--rapporto <file.yaml>',
      'tutto da un file, anche condizioni cambiate, retribuzioni degli anni, anticipi; con --datore, il codice del rapporto',
    )
    .option('--datore <cf>', 'un rapporto del registro: assunzione, condizioni, cassa e luogo sono i suoi')
    .option('--registra', 'con --datore: scrive la fine nel rapporto')
    .option('--emetti', 'con --datore: scrive la fine ed emette gli ultimi bollettini')
    .option('--sostituisci', 'con --emetti: al posto dei bollettini non ancora pagati delle stesse settimane')
    .option('--integra', 'con --emetti: dopo un pagamento, la differenza')
    .scrive('--out <file>', 'scrive anche il PDF da stampare');
  return withJson(command).action(async ({ json, out, sovrascrivi: _, ...campi }: Opzioni<CampiCessazione & Altre>) => {
    const oggi = giornoInItalia(systemClock.now());
    const { tutto, frasi, fine } = await (campi.datore === undefined ? told(campi) : ofTheRegister(campi));
    const carta = tutto === undefined ? cessazionePerStampa(fine, oggi) : finePerStampa(tutto, oggi);
    if (out !== undefined) await writeWholeFile(out, renderProspettoPdf(carta));
    if (json) return printJson(cessazioneToJson(fine));
    printLines([
      ...fine.premesse,
      ...(tutto === undefined ? [] : describeRegister(tutto)),
      ...describe(fine),
      ...(tutto === undefined ? [] : tutto.restano.map((frase) => `- ${frase}`)),
      ...frasi,
    ]);
  });
}

interface Altre {
  readonly json?: boolean;
  readonly out?: string;
  readonly rapporto?: string;
  readonly sovrascrivi?: boolean;
  readonly datore?: string;
  readonly registra?: boolean;
  readonly emetti?: boolean;
  readonly sostituisci?: boolean;
  readonly integra?: boolean;
}

interface Contata {
  readonly fine: Cessazione;
  /** Of a rapporto of the register. */
  readonly tutto?: FineDelRapporto;
  /** What became of it. */
  readonly frasi: readonly string[];
}

type Dette = Omit<CampiCessazione & Altre, 'json' | 'out' | 'sovrascrivi'>;

/** An end that a person tells whole. */
function told({ rapporto, registra, emetti, sostituisci, integra, datore: _, ...campi }: Dette): Promise<Contata> {
  const soloConDatore = Object.entries({ registra, emetti, sostituisci, integra }).find(([, detto]) => detto === true);
  if (soloConDatore !== undefined) throw onlyOfTheRegister(soloConDatore[0]);
  if (rapporto !== undefined) refuseOptions(campi, '--rapporto', 'si scrive nel file');
  const dati = parseDatiCessazione(rapporto === undefined ? campi : leggiMappa(rapporto, 'una fine di rapporto'));
  return Promise.resolve({ fine: cessazione(dati, norme(), regoleProspetti()), frasi: [] });
}

/** An end of a rapporto of the register: reckoned, and written there where it is asked for. */
function ofTheRegister({ rapporto, datore = '', ...dette }: Dette): Promise<Contata> {
  const { registra, emetti, sostituisci, integra, ...campi } = dette;
  if (rapporto === undefined) throw rapportoMissing();
  return withApplicazione(async (app) => {
    const contesto = await contestoOperatore(app, datore);
    const trovato = (await app.bollettini.rapporti(contesto)).find(({ codice }) => codice === rapporto.trim());
    if (trovato === undefined) throw new NonTrovato('Rapporto di lavoro');
    const tutto = await fineDelRapporto(app, contesto, trovato.id, campi);
    const { fine } = tutto;
    if (emetti === true) {
      const consenso = { sostituisci: sostituisci ?? false, integra: integra ?? false };
      return { tutto, fine, frasi: frasiEsito(await emettiFine(app, contesto, trovato.id, { fine, consenso })) };
    }
    if (registra !== true) return { tutto, fine, frasi: [] };
    await app.bollettini.scriviFine(contesto, trovato.id, fine.dati.cessazione);
    return { tutto, fine, frasi: [fraseFine(fine.dati.cessazione)] };
  });
}

function onlyOfTheRegister(campo: string): ErroreDati {
  return new ErroreDati('opzioni-incompatibili/registro', { opzione: `--${campo}`, campo });
}

function rapportoMissing(): ErroreDati {
  return new ErroreDati('campo-mancante/codice-rapporto', { campo: 'rapporto' });
}

function describeRegister(tutto: FineDelRapporto): string[] {
  const { codice, lavoratore } = tutto.rapporto;
  const daVersare = righeDaVersare(tutto);
  return [
    `Rapporto ${codice}, ${lavoratore.nome} ${lavoratore.cognome}`,
    ...formatTable([...COLONNE_CONDIZIONI], righeCondizioni(tutto)),
    '',
    ...formatTable([...COLONNE_ANNI], righeAnni(tutto)),
    '',
    ...(daVersare.length === 0
      ? []
      : ['Trimestri già finiti da versare', ...formatTable([...COLONNE_SCOPERTI], daVersare)]),
    sintesiScoperti(tutto.prospetto),
    '',
  ];
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
