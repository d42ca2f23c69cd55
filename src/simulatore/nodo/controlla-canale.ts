import { CANALE_WISP, type CanalePsp } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Psp, ServizioPsp } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { uguali } from './controlla-stazione.ts';

/**
 * PSP, intermediario and canale must exist and belong together, in the node's order; the password, when there is one, is the
 * channel's.
 * @throws FaultNodo
 */
export function trovaCanale(
  contesto: Contesto,
  scelto: CanalePsp,
  password?: string,
): { readonly psp: Psp; readonly servizio: ServizioPsp } {
  const psp = contesto.psp.psp.find((uno) => uno.id === scelto.psp);
  if (psp === undefined) throw new FaultNodo('PPT_PSP_SCONOSCIUTO');
  if (!contesto.psp.psp.some((uno) => uno.intermediario === scelto.intermediarioPsp)) {
    throw new FaultNodo('PPT_INTERMEDIARIO_PSP_SCONOSCIUTO');
  }
  const canale = contesto.psp.perCanale(scelto.canale);
  if (canale === undefined) throw new FaultNodo('PPT_CANALE_SCONOSCIUTO');
  if (password !== undefined && !uguali(canale.psp.password, password)) {
    throw new FaultNodo('PPT_AUTENTICAZIONE', 'Password sconosciuta o errata');
  }
  if (canale.psp.intermediario !== scelto.intermediarioPsp) throw incoerente('intermediario-canale');
  if (canale.psp !== psp) throw incoerente('psp-canale');
  return canale;
}

/**
 * The channel a creditor chose for its RPTs. WISP's own triple leaves the choice to the citizen.
 * @returns the canale, undefined for WISP
 * @throws FaultNodo
 */
export function controllaCanale(contesto: Contesto, scelto: CanalePsp): string | undefined {
  if (scelto.psp === CANALE_WISP.psp) {
    const { intermediarioPsp, canale } = CANALE_WISP;
    if (scelto.intermediarioPsp !== intermediarioPsp || scelto.canale !== canale)
      throw incoerente('intermediario-canale');
    return undefined;
  }
  const { servizio } = trovaCanale(contesto, scelto);
  if (servizio.metodo === 'sportello') throw incoerente('canale-modello pagamento');
  return servizio.canale;
}

function incoerente(che: string): FaultNodo {
  return new FaultNodo('PPT_AUTORIZZAZIONE', `Configurazione ${che} non corretta`);
}
