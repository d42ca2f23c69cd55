import { ErroreDati } from '../../valori/errore-dati.ts';

/** How many jobs of one kind run, and how many wait. */
export interface Turni {
  readonly insieme: number;
  readonly inCoda: number;
  /** Of those that run or wait, how many one client may have. */
  readonly perCliente: number;
}

/**
 * Lets only so many jobs run at once, and so many wait: work that costs a process or much memory must not be multiplied by
 * who asks, nor may one who asks often keep the others out (abuse case AB-48).
 * @returns runs a job of a client in its turn
 * @throws ErroreDati `servizio-occupato` (503) to who would wait too long, `troppe-insieme` (429) to who asks for too many
 */
export function atMost({
  insieme,
  inCoda,
  perCliente,
}: Turni): <T>(cliente: string, lavoro: () => Promise<T>) => Promise<T> {
  const clienti = new Map<string, number>();
  const coda: (() => void)[] = [];
  let attivi = 0;
  const leave = (cliente: string): void => {
    const suoi = (clienti.get(cliente) ?? 1) - 1;
    if (suoi === 0) clienti.delete(cliente);
    else clienti.set(cliente, suoi);
    const prossimo = coda.shift();
    if (prossimo === undefined) attivi -= 1;
    else prossimo();
  };
  return async (cliente, lavoro) => {
    const suoi = clienti.get(cliente) ?? 0;
    if (suoi >= perCliente) throw tooManyAtOnce();
    if (attivi >= insieme && coda.length >= inCoda) throw busy();
    clienti.set(cliente, suoi + 1);
    if (attivi >= insieme) await new Promise<void>((resolve) => coda.push(resolve));
    else attivi += 1;
    try {
      return await lavoro();
    } finally {
      leave(cliente);
    }
  };
}

function busy(): ErroreDati {
  return new ErroreDati('servizio-occupato', { riprovaFra: 15 });
}

function tooManyAtOnce(): ErroreDati {
  return new ErroreDati('troppe-insieme');
}
