import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { stampaDi } from '../../portale/documenti.ts';
import { registraRimborso, rimborsoDi, rimborsoPerStampa } from '../../portale/rimborso.ts';
import { passiRimborso, rimborsoToJson, vociRimborso } from '../../prospetti/rimborso/rimborso.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

interface Opzioni {
  readonly altroRapporto?: string;
  readonly ottenuto?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const REGISTRATO = 'Il rimborso è scritto: la somma non conta più fra quelle versate.';

/** `trimestre bollettino rimborso`: the figures to bring to INPS. */
export function rimborso(): Comando {
  const command = createCommand('rimborso', 'i dati da portare all’INPS per quanto si è versato in più')
    .esempio('991097845203027', '991097845203027 --altro-rapporto 2100005123 --out rimborso.pdf')
    .argument('<bollettino>', 'IUV, codice avviso, codice Inps o id del bollettino pagato')
    .option('--altro-rapporto <codice>', 'il pagamento era per quest’altro rapporto')
    .option(
      '--ottenuto <data>',
      'annota che l’INPS ha rimborsato quel giorno: la somma non conta più fra quelle versate',
    )
    .scrive('--out <file>', 'scrive anche il PDF da stampare');
  return withJson(command).action((riferimento: string, { altroRapporto, ottenuto, out, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const riga = await app.bollettini.mostraPerOperatore(riferimento);
      const contesto = await contestoOperatore(app, riga.datore.codiceFiscale);
      const altro = altroRapporto === undefined ? undefined : parseCodiceRapporto(altroRapporto, 'altro-rapporto');
      const dati =
        ottenuto === undefined
          ? await rimborsoDi(app, contesto, riga, altro)
          : await registraRimborso(app, contesto, riga, {
              il: parseGiorno(ottenuto, 'ottenuto'),
              ...(altro !== undefined && { altroRapporto: altro }),
            });
      if (out !== undefined) await writeWholeFile(out, renderProspettoPdf(rimborsoPerStampa(dati, stampaDi(app))));
      if (json) return printJson(rimborsoToJson(dati));
      printLines([
        ...vociRimborso(dati).map(([nome, valore]) => `${nome}: ${valore}`),
        '',
        ...(ottenuto === undefined ? passiRimborso(dati) : [REGISTRATO]).map((frase) => `- ${frase}`),
      ]);
    }),
  );
}
