import { importaClienti } from '../../clienti/importa-clienti.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { conUfficio, proprietarioDi, type OpzioniUfficio } from './clienti-comune.ts';

/** `trimestre clienti importa`. */
export function importa(): Comando {
  const command = conUfficio(createCommand('importa', 'aggiunge ai clienti i rapporti di un file CSV, XLSX o ODS'))
    .esempio('rapporti.csv')
    .argument('<file>', 'le colonne sono quelle dei lotti; di un rapporto già noto basta il codice');
  return withJson(command).action((file: string, { ufficio, json }: OpzioniUfficio & { readonly json?: boolean }) =>
    withApplicazione(async (app) => {
      const esito = await importaClienti(app, await proprietarioDi(app, ufficio), file);
      const { righe, aggiunti, registrati, errori, avvertenze } = esito;
      if (json === true) printJson(esito);
      else {
        printLines([
          `${quanti(righe, 'riga', 'righe')}: ${quanti(aggiunti, 'cliente nuovo', 'clienti nuovi')}, ${quanti(registrati, 'rapporto aggiunto', 'rapporti aggiunti')} al registro.`,
          ...errori.map((e) => `  riga ${e.riga}, ${e.colonna} «${e.valore}»: ${e.errore}`),
          ...avvertenze,
        ]);
      }
      process.exitCode = errori.length === 0 ? 0 : new Set(errori.map(({ riga }) => riga)).size < righe ? 1 : 2;
    }),
  );
}
