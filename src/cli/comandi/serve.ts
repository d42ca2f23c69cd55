import type { Command } from 'commander';
import { loadSegreti } from '../../impostazioni/segreti.ts';
import { startPortale } from '../../portale/avvio.ts';
import { createLog, standardOutput } from '../../portale/http/log.ts';
import { openApplicazione } from '../con-applicazione.ts';
import { surviveStrayErrors } from '../errori-senza-padrone.ts';
import { tellReady, untilStopped } from '../fermata.ts';
import { explainArchive, explainFault } from '../guasti.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';

/** People wait no longer than this for another process that writes; then they are told to come back in a moment. */
const ATTESA_BLOCCO_MS = 1_000;

/** `trimestre serve`: the portal alone. */
export function comandoServe(): Command {
  return conVariabili(createCommand('serve'), [
    'TRIMESTRE_PORTA',
    'TRIMESTRE_HOST',
    'TRIMESTRE_URL',
    'TRIMESTRE_URL_NODO',
    'TRIMESTRE_SPID_FORNITORI',
    'TRIMESTRE_DATI',
    'DATABASE_URL',
    'TRIMESTRE_DEMO',
  ])
    .esempio('')
    .action(serve);
}

async function serve(): Promise<void> {
  const log = createLog(
    'info',
    standardOutput((errore) => explainFault(errore) ?? explainArchive(errore)),
  );
  const fermata = untilStopped();
  const applicazione = await openApplicazione({ attesaBloccoMs: ATTESA_BLOCCO_MS });
  try {
    await applicazione.preparaDemoDiOggi();
    const portale = await startPortale(applicazione, loadSegreti(applicazione.impostazioni), { log });
    surviveStrayErrors((errore, origine) => log.error({ origine, errore }, 'errore senza padrone'));
    await applicazione.archivio.startCheckpointer((errore) => log.error({ errore }, 'copia del log di SQLite'));
    applicazione.startSorveglianza((errore) => log.error({ errore }, 'sorveglianza'));
    printLines([`Portale in ascolto su ${applicazione.impostazioni.urlPortale}`]);
    tellReady();
    await fermata;
    await portale.close();
  } finally {
    await applicazione.close();
  }
}
