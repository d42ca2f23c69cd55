import type { Contesto, VerifiedIdentity } from '../../accesso/contesto.ts';
import type { Fornitore } from '../../spid/fornitore.ts';

/**
 * Who came in with SPID at a level that only consults may raise it at the same provider, and go on to change and pay.
 * @returns undefined when there is nothing to raise
 */
export function confermabileDi(contesto: Contesto, fornitori: readonly Fornitore[]): VerifiedIdentity | undefined {
  const { actor } = contesto;
  if (actor.tipo !== 'identita' || actor.identita.scheme !== 'SPID' || actor.identita.dispositive) return undefined;
  const { identita } = actor;
  return fornitori.some(({ entityId }) => entityId === identita.idpEntityId) ? identita : undefined;
}
