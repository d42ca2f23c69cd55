import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * Lets only so many jobs run at once, and so many wait: work that costs a process or much memory must not be multiplied by
 * who asks (abuse case AB-48).
 * @throws ErroreDati `servizio-occupato` (503) to who would wait too long
 */
export function atMost(insieme: number, inCoda: number): <T>(lavoro: () => Promise<T>) => Promise<T> {
  let attivi = 0;
  const coda: (() => void)[] = [];
  return async (lavoro) => {
    if (attivi >= insieme) {
      if (coda.length >= inCoda) {
        throw new ErroreDati('servizio-occupato', 'Molte richieste in questo momento: riprovare fra poco.', {
          statoHttp: 503,
        });
      }
      await new Promise<void>((resolve) => coda.push(resolve));
    }
    attivi += 1;
    try {
      return await lavoro();
    } finally {
      attivi -= 1;
      coda.shift()?.();
    }
  };
}
