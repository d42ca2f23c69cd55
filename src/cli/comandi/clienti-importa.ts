import { fraseImportazione, importaClienti } from '../../clienti/importa-clienti.ts';
import { checkUscite, uscitaDaCorreggere } from '../../lotti/uscita/percorsi.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { conUfficio, proprietarioDi, type OpzioniUfficio } from './clienti-comune.ts';

interface Opzioni extends OpzioniUfficio {
  readonly json?: boolean;
  readonly daCorreggere?: string;
}

/** `trimestre clienti importa`. */
export function importa(): Comando {
  const command = conUfficio(createCommand('importa', 'aggiunge ai clienti i rapporti di un file CSV, XLSX o ODS'))
    .esempio('rapporti.csv')
    .scrive('--da-correggere <file>', 'le righe rifiutate con le loro colonne e l’errore, da correggere e rimandare')
    .argument('<file>', 'le colonne sono quelle dei lotti; di un rapporto già noto basta il codice');
  return withJson(command).action((file: string, { ufficio, json, daCorreggere }: Opzioni) =>
    withApplicazione(async (app) => {
      checkUscite(file, uscitaDaCorreggere(daCorreggere));
      const { daCorreggere: righeDaCorreggere, ...esito } = await importaClienti(
        app,
        await proprietarioDi(app, ufficio),
        file,
      );
      const { righe, errori, avvertenze } = esito;
      if (daCorreggere !== undefined && righeDaCorreggere !== undefined) {
        await writeWholeFile(daCorreggere, Buffer.from(righeDaCorreggere));
      }
      if (json === true) printJson(esito);
      else {
        printLines([
          fraseImportazione(esito),
          ...errori.map((e) => `  riga ${e.riga}, ${e.colonna} «${e.valore}»: ${e.errore}`),
          ...avvertenze,
        ]);
      }
      process.exitCode = errori.length === 0 ? 0 : new Set(errori.map(({ riga }) => riga)).size < righe ? 1 : 2;
    }),
  );
}
