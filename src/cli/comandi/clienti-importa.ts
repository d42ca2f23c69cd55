import { importaFile } from '../../lotti/clienti/importa-file.ts';
import type { EsitoClienti } from '../../lotti/clienti/importa-clienti.ts';
import { codiceEsitoClienti, fraseAggiunti, fraseImportazione } from '../../lotti/clienti/riepilogo-clienti.ts';
import { checkUscite, uscitaDaCorreggere } from '../../lotti/uscita/percorsi.ts';
import { quanti } from '../../valori/italiano.ts';
import { progressLine } from '../avanzamento.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { EXIT_INTERRUPTED } from '../fermata.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
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
  return withJson(command).action((input: string, { ufficio, json, daCorreggere }: Opzioni) =>
    withApplicazione(async (app) => {
      checkUscite(input, uscitaDaCorreggere(daCorreggere));
      const stop = new AbortController();
      for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.once(segnale, () => stop.abort());
      const riga = progressLine();
      const esito = await importaFile(app, {
        proprietario: await proprietarioDi(app, ufficio),
        input,
        daCorreggere,
        signal: stop.signal,
        onProgress: ({ fatti, totali, rifiutate }) =>
          riga.show(`${fatti} di ${quanti(totali, 'riga', 'righe')}, ${quanti(rifiutate, 'rifiutata', 'rifiutate')}`),
      }).finally(riga.end);
      const { riepilogo, errori, avvertenze, interrotto } = esito;
      const { primiErrori: _, ...conti } = riepilogo;
      if (json === true) printJson({ ...conti, errori, avvertenze, interrotto });
      else printLines(describe(esito));
      process.exitCode = interrotto ? EXIT_INTERRUPTED : codiceEsitoClienti(riepilogo);
    }),
  );
}

function describe({ interrotto, riepilogo, errori, avvertenze }: EsitoClienti): string[] {
  const { righe } = riepilogo;
  return [
    interrotto
      ? `Interrotto dopo ${quanti(righe, 'riga', 'righe')}: ${fraseAggiunti(riepilogo)}. Restano; lo stesso comando aggiunge ciò che manca.`
      : fraseImportazione(riepilogo),
    ...errori.map((e) => `  riga ${e.riga}, ${e.colonna} «${e.valore}»: ${e.errore}`),
    ...avvertenze,
  ];
}
