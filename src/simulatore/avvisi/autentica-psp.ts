import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import type { Psp, ServizioPsp } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { uguali } from '../nodo/controlla-stazione.ts';

/**
 * Which PSP is calling, through which channel.
 * @throws FaultNodo
 */
export function autenticaPsp(
  contesto: Contesto,
  chi: PspConPassword,
): { readonly psp: Psp; readonly servizio: ServizioPsp } {
  const psp = contesto.psp.psp.find((uno) => uno.id === chi.idPsp);
  if (psp === undefined) throw new FaultNodo('PPT_PSP_SCONOSCIUTO', chi.idPsp);
  if (!contesto.psp.psp.some((uno) => uno.intermediario === chi.intermediario)) {
    throw new FaultNodo('PPT_INTERMEDIARIO_PSP_SCONOSCIUTO', chi.intermediario);
  }
  const canale = contesto.psp.perCanale(chi.canale);
  if (canale === undefined) throw new FaultNodo('PPT_CANALE_SCONOSCIUTO', chi.canale);
  if (!uguali(psp.password, chi.password)) throw new FaultNodo('PPT_AUTENTICAZIONE', 'Password sconosciuta o errata');
  if (canale.psp !== psp || psp.intermediario !== chi.intermediario) {
    throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione intermediario-canale non corretta');
  }
  return canale;
}
