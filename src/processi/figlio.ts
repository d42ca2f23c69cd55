import { testoErrore } from '../valori/descrivi-errore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { AlFiglio, DalFiglio } from './messaggi.ts';

/** How often a child says that its loop turns. */
const BATTITO_MS = 1_000;

/** What work in a child is given besides its question. */
export interface Genitore<Notizia> {
  /** Aborted when the parent asks to stop: the work ends at its next safe place. */
  readonly signal: AbortSignal;
  readonly tell: (notizia: Notizia) => void;
}

/**
 * The whole of a child program: answers the one question of the parent that started it (see `runLimited`), which then ends it,
 * so that no answer is lost. When the parent goes, so does the child.
 */
export function answerParent<Domanda, Risposta, Notizia = never>(
  work: (domanda: Domanda, genitore: Genitore<Notizia>) => Promise<Risposta>,
): void {
  const stop = new AbortController();
  const send = (messaggio: DalFiglio<Risposta, Notizia>): Promise<void> =>
    new Promise((resolve) => process.send?.(messaggio, undefined, {}, () => resolve()));
  const answer = async (domanda: Domanda): Promise<void> => {
    const battito = setInterval(() => void send({ tipo: 'vivo' }), BATTITO_MS);
    const tell = (notizia: Notizia): void => void send({ tipo: 'notizia', notizia });
    try {
      await send({ tipo: 'risposta', risposta: await work(domanda, { signal: stop.signal, tell }) });
    } catch (errore) {
      await send(
        errore instanceof ErroreDati
          ? { tipo: 'rifiuto', rifiuto: { voce: errore.voce, dati: errore.dati } }
          : { tipo: 'guasto', motivo: isOutOfMemory(errore) ? 'memoria' : 'guasto', testo: testoErrore(errore) },
      );
    } finally {
      clearInterval(battito);
    }
  };
  process.on('disconnect', () => process.exit(1));
  // Ctrl-C reaches the whole group; when to stop, and where, the parent says.
  for (const segnale of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(segnale, () => undefined);
  process.on('message', (ricevuto) => {
    const messaggio = ricevuto as AlFiglio<Domanda>;
    if (messaggio.tipo === 'ferma') stop.abort();
    else void answer(messaggio.domanda);
  });
  void send({ tipo: 'vivo' });
}

/** A buffer that was not to be had is an error like others; whatever else asks for too much ends the process. */
function isOutOfMemory(errore: unknown): boolean {
  const { code } = (errore ?? {}) as { readonly code?: unknown };
  return (
    code === 'ERR_MEMORY_ALLOCATION_FAILED' ||
    (errore instanceof RangeError && /allocation failed/i.test(errore.message))
  );
}
