import { type ChildProcess, spawn } from 'node:child_process';
import { ErroreDati } from '../valori/errore-dati.ts';
import { limitedCommand, withLoader } from './comando-limitato.ts';
import { type Limiti, type MotivoCaduta, ProcessoCaduto } from './limiti.ts';
import type { AlFiglio, DalFiglio } from './messaggi.ts';
import { Sorveglianza } from './sorveglianza.ts';

/** How long a child that was asked to stop may take to reach a safe place. */
const ATTESA_FERMATA_MS = 10_000;

export interface Lavoro<Notizia> {
  readonly programma: URL;
  readonly limiti: Limiti;
  /** Its environment: nothing unless given. */
  readonly ambiente?: NodeJS.ProcessEnv;
  /** Aborted, it asks the child to stop; the child's answer still counts. */
  readonly signal?: AbortSignal;
  readonly onNotizia?: (notizia: Notizia) => void;
}

/**
 * Asks one question of a program of ours (see `answerParent`) in a process of its own, with bounds of memory and time:
 * a given file that is slow, huge or poisonous for its reader can neither stop whoever serves people nor take it down.
 * @throws ErroreDati what the program refused; ProcessoCaduto when the process was ended, or broke
 */
export async function runLimited<Domanda, Risposta, Notizia = never>(
  lavoro: Lavoro<Notizia>,
  domanda: Domanda,
): Promise<Risposta> {
  const limiti = withLoader(lavoro.programma, lavoro.limiti);
  const { comando, argomenti } = limitedCommand(lavoro.programma, limiti);
  const figlio = spawn(comando, argomenti, {
    env: lavoro.ambiente ?? {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  });
  const sorveglianza = new Sorveglianza(figlio, limiti);
  const stop = (): void => askToStop(figlio, sorveglianza);
  lavoro.signal?.addEventListener('abort', stop, { once: true });
  if (lavoro.signal?.aborted === true) stop();
  try {
    return await answerOf<Risposta, Notizia>(figlio, sorveglianza, lavoro.onNotizia, () =>
      tell<Domanda>(figlio, { tipo: 'domanda', domanda }),
    );
  } finally {
    lavoro.signal?.removeEventListener('abort', stop);
    sorveglianza.stop();
    figlio.kill('SIGKILL');
  }
}

function answerOf<Risposta, Notizia>(
  figlio: ChildProcess,
  sorveglianza: Sorveglianza,
  onNotizia: ((notizia: Notizia) => void) | undefined,
  ask: () => void,
): Promise<Risposta> {
  return new Promise((resolve, reject) => {
    figlio.on('message', (ricevuto) => {
      sorveglianza.alive();
      const messaggio = ricevuto as DalFiglio<Risposta, Notizia>;
      if (messaggio.tipo === 'notizia') onNotizia?.(messaggio.notizia);
      else if (messaggio.tipo === 'risposta') resolve(messaggio.risposta);
      else if (messaggio.tipo === 'guasto') reject(new ProcessoCaduto(messaggio.motivo, messaggio.testo));
      else if (messaggio.tipo === 'rifiuto') {
        reject(ErroreDati.di(messaggio.rifiuto));
      }
    });
    figlio.once('error', (errore) => reject(new ProcessoCaduto('guasto', errore.message)));
    figlio.once('exit', (codice, segnale) => {
      const motivo = sorveglianza.motivo ?? reasonOf(codice, segnale);
      reject(new ProcessoCaduto(motivo, segnale ?? `code ${codice}`));
    });
    ask();
  });
}

/** A child that nobody here ended: by which bound of the system, or of V8 (which aborts), as far as its end tells. */
function reasonOf(codice: number | null, segnale: NodeJS.Signals | null): MotivoCaduta {
  if (segnale === 'SIGINT' || segnale === 'SIGTERM' || segnale === 'SIGHUP') return 'interrotto';
  if (segnale === 'SIGXCPU' || segnale === 'SIGKILL') return 'tempo';
  return segnale === null && codice !== 134 ? 'guasto' : 'memoria';
}

function askToStop(figlio: ChildProcess, sorveglianza: Sorveglianza): void {
  tell(figlio, { tipo: 'ferma' });
  const timer = setTimeout(() => sorveglianza.end('interrotto'), ATTESA_FERMATA_MS);
  figlio.once('exit', () => clearTimeout(timer));
}

/** A child that is gone hears nothing; its end says so. */
function tell<Domanda>(figlio: ChildProcess, messaggio: AlFiglio<Domanda>): void {
  if (figlio.connected) figlio.send(messaggio, () => undefined);
}
