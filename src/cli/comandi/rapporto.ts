import { parseMotivoSospensione } from '../../anagrafe/sospensione-obbligo.ts';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { rapportoToJson } from '../../portale/api/json.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { scopertiDi } from '../../portale/prospetti.ts';
import { scopertiPerStampa } from '../../portale/viste/scoperti.ts';
import { cellsOf, COLONNE_SCOPERTI, scopertiToJson, sintesiScoperti } from '../../prospetti/scoperti/index.ts';
import { fraseSospensione } from '../../bollettini/frasi.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

interface Opzioni {
  readonly datore: string;
  readonly rapporto?: string;
  readonly out?: string;
  readonly json?: boolean;
}

interface Sospensione {
  readonly datore: string;
  readonly rapporto: string;
  readonly motivo?: string;
  readonly togli?: boolean;
  readonly json?: boolean;
}

/** `trimestre rapporto scoperti | territorio | sospensione`. */
export function comandoRapporto(): Comando {
  const command = createCommand('rapporto');
  command.addCommand(scoperti());
  command.addCommand(territorio());
  command.addCommand(sospensione());
  return command;
}

function scoperti(): Comando {
  const command = createCommand(
    'scoperti',
    'i trimestri pagati, mancanti, sospesi e prescritti, e quanto costerebbero oggi',
  )
    .esempio('--datore BNCLCU58E52D620L', '--datore BNCLCU58E52D620L --rapporto 99109784511 --out trimestri.pdf')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .option('--rapporto <codice>', 'un rapporto solo (altrimenti tutti quelli del datore)')
    .scrive('--out <file>', 'scrive anche il PDF da stampare; serve --rapporto se i rapporti sono più d’uno');
  return withJson(command).action(({ datore, rapporto: codice, out, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const contesto = await contestoOperatore(app, datore);
      const scelti = await chosen(app, contesto, codice);
      const prospetti = [];
      for (const { id } of scelti) prospetti.push(await scopertiDi(app, contesto, id));
      if (out !== undefined) {
        const [solo, ...altri] = prospetti;
        if (solo === undefined || altri.length > 0) throw oneOnly();
        const { rapporto, prospetto } = solo;
        await writeWholeFile(out, renderProspettoPdf(scopertiPerStampa(rapporto, prospetto, stampaDi(app))));
      }
      if (json) {
        return printJson(
          prospetti.map(({ rapporto, prospetto }) => ({ rapporto: rapporto.codice, ...scopertiToJson(prospetto) })),
        );
      }
      for (const { rapporto, prospetto } of prospetti) {
        printLines([
          `Rapporto ${rapporto.codice}, ${rapporto.lavoratore.nome} ${rapporto.lavoratore.cognome}`,
          ...formatTable(
            [...COLONNE_SCOPERTI],
            prospetto.righe.map((riga) => [...cellsOf(riga)]),
          ),
          sintesiScoperti(prospetto),
          ...prospetto.avvertenze.map((frase) => `- ${frase}`),
          '',
        ]);
      }
    }),
  );
}

function territorio(): Comando {
  const command = createCommand('territorio', 'la sospensione dei termini dove sta il datore, tenuta col rapporto')
    .esempio('ciclone-harry-2026 --datore BNCLCU58E52D620L', 'nessuno --datore BNCLCU58E52D620L --rapporto 99109784511')
    .argument(
      '<id>',
      'quella che vale, per esempio ciclone-harry-2026 (se non la si conosce, vengono elencate); «nessuno» la toglie',
    )
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .option('--rapporto <codice>', 'un rapporto solo (altrimenti tutti quelli del datore)');
  return withJson(command).action((id: string, { datore, rapporto: codice, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const contesto = await contestoOperatore(app, datore);
      const cambiati = [];
      for (const uno of await chosen(app, contesto, codice)) {
        cambiati.push(await app.bollettini.cambiaTerritorio(contesto, uno.id, id));
      }
      if (json) return printJson(cambiati.map(rapportoToJson));
      printLines(
        cambiati.map(({ codice: suo, territorio: dove }) =>
          dove === undefined ? `Rapporto ${suo}: nessuna sospensione dei termini.` : `Rapporto ${suo}: ${dove}.`,
        ),
      );
    }),
  );
}

function sospensione(): Comando {
  const command = createCommand(
    'sospensione',
    'un trimestre intero in cui non si deve nulla: l’obbligo è sospeso dall’INPS (maternità, permesso, malattia)',
  )
    .esempio(
      '2/2026 --motivo maternita --datore BNCLCU58E52D620L --rapporto 99109784511',
      '2/2026 --togli --datore BNCLCU58E52D620L --rapporto 99109784511',
    )
    .argument('<trimestre>', 'per esempio 2/2026')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--rapporto <codice>', 'il rapporto')
    .option('--motivo <motivo>', 'maternita, permesso (o aspettativa non retribuiti), malattia (o infortunio)')
    .option('--togli', 'toglie la sospensione dichiarata');
  return withJson(command).action((scritto: string, { datore, rapporto: codice, motivo, togli, json }: Sospensione) =>
    withApplicazione(async (app) => {
      if ((motivo === undefined) === (togli !== true)) throw new ErroreDati('motivo-o-togli', { campo: 'motivo' });
      const trimestre = parseTrimestre(scritto);
      const detta = { trimestre, motivo: motivo === undefined ? null : parseMotivoSospensione(motivo) };
      const contesto = await contestoOperatore(app, datore);
      const [scelto] = await chosen(app, contesto, codice);
      const cambiato = await app.bollettini.cambiaSospensioni(contesto, scelto?.id ?? '', [detta]);
      if (json) return printJson(rapportoToJson(cambiato));
      printLines([`Rapporto ${cambiato.codice}: ${fraseSospensione(detta)}`]);
    }),
  );
}

/** One of the employer's, or all of them. @throws NonTrovato */
async function chosen(app: Applicazione, contesto: Contesto, codice: string | undefined) {
  const tutti = await app.bollettini.rapporti(contesto);
  const scelti = codice === undefined ? tutti : tutti.filter((uno) => uno.codice === codice.trim());
  if (scelti.length === 0) throw new NonTrovato('Rapporto di lavoro');
  return scelti;
}

function oneOnly(): ErroreDati {
  return new ErroreDati('rapporto-mancante', { campo: 'rapporto' });
}
