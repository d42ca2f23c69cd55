import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type Impostazioni, loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { loadSegreti } from '../../impostazioni/segreti.ts';
import { percorsi } from '../../portale/percorsi.ts';
import type { StazioneSimulata } from '../../simulatore/opzioni.ts';
import { type Lingua, LINGUE } from '../../simulatore/pagine/lingue.ts';
import { durata } from '../../simulatore/scenari/durata.ts';
import { leggiFileStazioni } from '../../simulatore/scenari/file-stazioni.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { startSimulatore } from '../../simulatore/server.ts';
import { testoErrore } from '../../valori/descrivi-errore.ts';
import { surviveStrayErrors } from '../errori-senza-padrone.ts';
import { makeFolder } from '../../valori/make-folder.ts';
import { tellReady, untilStopped } from '../fermata.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';

interface OpzioniComando {
  readonly scenari?: string;
  readonly stazioni?: string;
  readonly psp?: string;
  readonly seme?: string;
  readonly annulli?: number;
  readonly lingua: Lingua;
  readonly senzaEsempi?: true;
}

/** `trimestre simulatore`: the simulated pagoPA node with its payment pages, a process of its own. */
export function comandoSimulatore(): Command {
  return conVariabili(createCommand('simulatore'), [
    'TRIMESTRE_PORTA_SIMULATORE',
    'TRIMESTRE_HOST',
    'TRIMESTRE_URL',
    'TRIMESTRE_URL_NODO',
    'TRIMESTRE_DATI',
  ])
    .esempio('', '--scenari scenari.yaml --seme prova-7')
    .option('--scenari <file>', 'regole degli scenari, YAML: esiti, ritardi, guasti')
    .option('--stazioni <file>', 'gli enti creditori da servire, YAML, al posto di quello delle impostazioni')
    .option('--psp <file>', 'PSP propri, YAML, accanto a quelli del catalogo')
    .option('--seme <testo>', 'seme del caso: lo stesso seme ripete la stessa esecuzione')
    .option(
      '--annulli <durata>',
      'ogni quanto il nodo libera gli avvisi il cui token è scaduto: 1s, 60s, 10m',
      leggiAnnulli,
    )
    .addOption(new Option('--lingua <lingua>', 'lingua di ciò che si scrive all’avvio').choices(LINGUE).default('it'))
    .option('--senza-esempi', 'all’avvio non scrive gli esempi da provare')
    .action(async (opzioni: OpzioniComando) => {
      const fermata = untilStopped();
      const impostazioni = loadImpostazioni(process.env);
      const { nodo } = loadSegreti(impostazioni);
      makeFolder(impostazioni.cartellaDati, 0o700);
      const simulatore = await startSimulatore({
        port: impostazioni.portaSimulatore,
        host: impostazioni.host,
        baseUrl: impostazioni.urlNodo,
        dbFile: join(impostazioni.cartellaDati, 'simulatore.sqlite'),
        stazioni: opzioni.stazioni === undefined ? [stazione(impostazioni, nodo)] : leggiFileStazioni(opzioni.stazioni),
        ...(opzioni.scenari === undefined ? {} : { fileScenari: opzioni.scenari }),
        ...(opzioni.psp === undefined ? {} : { filePsp: opzioni.psp }),
        ...(opzioni.seme === undefined ? {} : { seme: opzioni.seme }),
        ...(opzioni.annulli === undefined ? {} : { annulliOgniMs: opzioni.annulli }),
        log: (riga) => printLines([riga]),
      });
      surviveStrayErrors((errore, origine) =>
        printLines([`errore senza padrone (${origine}): ${testoErrore(errore)}`]),
      );
      printLines(simulatore.benvenuto(opzioni.lingua, opzioni.senzaEsempi !== true));
      tellReady();
      await fermata;
      await simulatore.close();
    });
}

/** @throws ErroreDati for what is no span of time, or none at all */
function leggiAnnulli(testo: string): number {
  const letta = durata.safeParse(testo);
  if (letta.success && letta.data > 0) return letta.data;
  throw new ErroreDati('durata-non-valida', { testo, campo: '--annulli' });
}

/**
 * The portal, as the simulated node has it on file.
 * @throws ErroreDati `simulatore-con-ente-reale`: what a simulated node says was paid, nobody paid (abuse case AB-51)
 */
function stazione({ ente, urlPortale }: Impostazioni, segreto: string): StazioneSimulata {
  if (ente.reale) {
    throw new ErroreDati('simulatore-con-ente-reale', { campo: 'TRIMESTRE_ENTE_REALE' });
  }
  return {
    idDominio: ente.codiceFiscale,
    denominazione: ente.denominazione,
    intermediario: ente.intermediario,
    stazione: ente.stazione,
    password: ente.password,
    urlRt: `${urlPortale}${percorsi.riceviRt}`,
    urlAvvisi: `${urlPortale}${percorsi.riceviAvvisi}`,
    urlRitorno: `${urlPortale}${percorsi.ritorno}`,
    segreto,
    ibanCensiti: [ente.iban],
  };
}
