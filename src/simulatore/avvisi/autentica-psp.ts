import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import type { Psp, ServizioPsp } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { trovaCanale } from '../nodo/controlla-canale.ts';

/** The touch point of the node's own pages, which pay a notice through the channel that the person chose. */
export const TOUCH_POINT_CHECKOUT = 'CHECKOUT';

/**
 * Which PSP is calling, through which channel.
 * @throws FaultNodo
 */
export function autenticaPsp(
  contesto: Contesto,
  { idPsp: psp, intermediario: intermediarioPsp, canale, password }: PspConPassword,
): { readonly psp: Psp; readonly servizio: ServizioPsp } {
  return trovaCanale(contesto, { psp, intermediarioPsp, canale }, password);
}

/**
 * The same, for who wants to know of a notice or to take it: its channel must serve payments started at a PSP.
 * @throws FaultNodo
 */
export function autenticaPspAttivante(
  contesto: Contesto,
  chi: PspConPassword,
  touchPoint?: string,
): { readonly psp: Psp; readonly servizio: ServizioPsp } {
  const canale = autenticaPsp(contesto, chi);
  if (canale.servizio.metodo === 'sportello' || touchPoint === TOUCH_POINT_CHECKOUT) return canale;
  throw new FaultNodo('PPT_AUTORIZZAZIONE', "Il canale non è di tipo 'ATTIVATO_PRESSO_PSP'");
}
