import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { loadSegreti } from '../../impostazioni/segreti.ts';
import { loadImpostazioniReali } from '../../impostazioni/uso-reale.ts';
import { startPortale } from '../../portale/avvio.ts';
import { createLog, standardOutput } from '../../portale/http/log.ts';
import { percorsiReali } from '../../portale/percorsi-reali.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
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
    .esempio('', '--reale')
    .option('--reale', 'uso reale: i contributi di una famiglia, pagati con gli avvisi dell’INPS; niente simulazione')
    .option('--nuova-frase', 'con --reale: scrive l’indirizzo da cui scegliere un’altra frase per entrare')
    .action(serve);
}

async function serve({ reale = false, nuovaFrase = false }: { reale?: boolean; nuovaFrase?: boolean }): Promise<void> {
  if (nuovaFrase && !reale) throw new ErroreDati('opzione-senza-reale');
  const log = createLog(
    'info',
    standardOutput((errore) => explainFault(errore) ?? explainArchive(errore)),
  );
  const fermata = untilStopped();
  const lette = reale ? loadImpostazioniReali(process.env) : loadImpostazioni(process.env);
  const applicazione = await openApplicazione({ attesaBloccoMs: ATTESA_BLOCCO_MS }, lette);
  try {
    await applicazione.preparaDemoDiOggi();
    const codiceInizio = randomBytes(12).toString('base64url');
    const portale = await startPortale(applicazione, loadSegreti(applicazione.impostazioni), { log, codiceInizio });
    surviveStrayErrors((errore, origine) => log.error({ origine, errore }, 'errore senza padrone'));
    await applicazione.archivio.startCheckpointer((errore) => log.error({ errore }, 'copia del log di SQLite'));
    applicazione.startSorveglianza((errore) => log.error({ errore }, 'sorveglianza'));
    printLines(await welcome(applicazione, codiceInizio, nuovaFrase));
    tellReady();
    await fermata;
    await portale.close();
  } finally {
    await applicazione.close();
  }
}

/** Where to go; who begins, or wants another passphrase, by the code that only who reads this line knows. */
async function welcome(
  { impostazioni, famiglia }: Applicazione,
  codiceInizio: string,
  nuovaFrase: boolean,
): Promise<string[]> {
  const { urlPortale, usoReale, cartellaDati } = impostazioni;
  if (!usoReale) return [`Portale in ascolto su ${urlPortale}`];
  const dove = `I dati sono nella cartella ${cartellaDati}. Per fermare: Ctrl-C.`;
  const conCodice = (percorso: string) => `${urlPortale}${percorso}?codice=${codiceInizio}`;
  if (!(await famiglia.iniziata())) return [`Per cominciare aprire: ${conCodice(percorsiReali.inizio)}`, dove];
  if (nuovaFrase) return [`Per scegliere una frase nuova: ${conCodice(percorsiReali.nuovaFrase)}`, dove];
  return [`Aprire: ${urlPortale}`, dove];
}
