import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { FaultNodo } from '../fault-nodo.ts';

/** Turns a check's refusal into the fault that the operation answers. */
export function conFault<T>(rispondi: () => T): T | { readonly fault: FaultBean } {
  try {
    return rispondi();
  } catch (errore) {
    if (!(errore instanceof FaultNodo)) throw errore;
    return { fault: errore.fault };
  }
}
