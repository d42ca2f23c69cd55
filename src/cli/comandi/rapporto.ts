import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { scopertiDi } from '../../portale/prospetti.ts';
import { scopertiPerStampa } from '../../portale/viste/scoperti.ts';
import { cellsOf, COLONNE_SCOPERTI, scopertiToJson, sintesiScoperti } from '../../prospetti/scoperti/index.ts';
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

/** `trimestre rapporto scoperti`. */
export function comandoRapporto(): Comando {
  const command = createCommand('rapporto');
  command.addCommand(scoperti());
  return command;
}

function scoperti(): Comando {
  const command = createCommand('scoperti', 'i trimestri pagati, mancanti e prescritti, e quanto costerebbero oggi')
    .esempio('--datore BNCLCU58E52D620L', '--datore BNCLCU58E52D620L --rapporto 99109784511 --out trimestri.pdf')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .option('--rapporto <codice>', 'un rapporto solo (altrimenti tutti quelli del datore)')
    .scrive('--out <file>', 'scrive anche il PDF da stampare; serve --rapporto se i rapporti sono più d’uno');
  return withJson(command).action(({ datore, rapporto: codice, out, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const contesto = await contestoOperatore(app, datore);
      const tutti = await app.bollettini.rapporti(contesto);
      const scelti = codice === undefined ? tutti : tutti.filter((uno) => uno.codice === codice.trim());
      const [primo] = scelti;
      if (primo === undefined) throw new NonTrovato('Rapporto di lavoro');
      const prospetti = [];
      for (const { id } of scelti) prospetti.push(await scopertiDi(app, contesto, id));
      if (out !== undefined) {
        if (scelti.length > 1) throw oneOnly();
        const { rapporto, prospetto } = prospetti[0] ?? (await scopertiDi(app, contesto, primo.id));
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

function oneOnly(): ErroreDati {
  return new ErroreDati('rapporto-mancante', '--rapporto: il datore ha più rapporti; indicare quello da stampare.', {
    campo: 'rapporto',
  });
}
