import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Contesto } from './contesto.ts';

/** The rows a request may reach: an employer's, or one rapporto's alone. Every query carries it in its own condition. */
export interface Ambito {
  readonly datoreId: Id;
  readonly rapportoId?: Id;
}

export function ambitoDi(contesto: Contesto): Ambito {
  const { datoreId } = contesto.subject;
  const { authority } = contesto;
  return 'rapportoId' in authority ? { datoreId, rapportoId: authority.rapportoId } : { datoreId };
}

/**
 * Stops whoever may only consult: a worker, and an identity that is not dispositive (PIN ordinario), change, issue and pay
 * nothing.
 * @throws ErroreDati `solo-consultazione`, `solo-consultazione/lavoratore` (403)
 */
export function requireDispositivo({ actor, authority }: Contesto): void {
  if (authority.tipo === 'lavoratore') throw new ErroreDati('solo-consultazione/lavoratore');
  if (actor.tipo !== 'identita' || actor.identita.dispositive) return;
  throw new ErroreDati('solo-consultazione');
}
