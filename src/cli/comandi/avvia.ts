import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Command } from 'commander';
import { loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { loadSegreti } from '../../impostazioni/segreti.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';

/** `trimestre avvia`: portal and simulator as two processes that live and stop together. */
export function comandoAvvia(): Command {
  return conVariabili(createCommand('avvia'), [
    'TRIMESTRE_PORTA',
    'TRIMESTRE_PORTA_SIMULATORE',
    'TRIMESTRE_HOST',
    'TRIMESTRE_URL',
    'TRIMESTRE_URL_NODO',
    'TRIMESTRE_DATI',
    'DATABASE_URL',
    'TRIMESTRE_DEMO',
  ])
    .esempio('')
    .action(avvia);
}

async function avvia(): Promise<void> {
  const impostazioni = loadImpostazioni(process.env);
  loadSegreti(impostazioni);
  const figli = [startChild('simulatore'), startChild('serve')];
  const stopAll = (): void => figli.forEach((figlio) => figlio.kill('SIGTERM'));
  for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.on(segnale, stopAll);
  const uscite = figli.map(async (figlio) => {
    const [codice] = (await once(figlio, 'exit')) as [number | null];
    stopAll();
    return codice ?? 0;
  });
  const pronti = await Promise.race([
    Promise.all(figli.map(untilReady)).then(() => true),
    Promise.all(uscite).then(() => false),
  ]);
  if (pronti) {
    printLines([
      '',
      `  Trimestre è pronto.  Portale:  ${impostazioni.urlPortale}`,
      `                       Nodo pagoPA simulato:  ${impostazioni.urlNodo}`,
      '  Tutto è simulato: nessun pagamento è vero. Per fermare: Ctrl-C.',
      '',
    ]);
  }
  const codici = await Promise.all(uscite);
  const primoErrore = codici.find((codice) => codice !== 0);
  if (primoErrore === 2) throw new ErroreDati('avvio-fallito', 'avvio fallito: la riga qui sopra dice perché.');
  process.exitCode = primoErrore ?? 0;
}

/** The same program again with another command; it says `pronto` over IPC once it listens. */
function startChild(comando: string): ChildProcess {
  const programma = process.argv[1] ?? '';
  return spawn(process.execPath, [...process.execArgv, programma, comando], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function untilReady(figlio: ChildProcess): Promise<void> {
  await once(figlio, 'message');
}
