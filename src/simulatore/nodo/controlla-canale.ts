import { CANALE_WISP, type CanalePsp } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';

/**
 * PSP, intermediario and canale must exist and belong together. WISP's own triple leaves the choice to the citizen.
 * @returns the canale the creditor chose, undefined for WISP
 * @throws FaultNodo
 */
export function controllaCanale(contesto: Contesto, scelto: CanalePsp): string | undefined {
  if (scelto.psp === CANALE_WISP.psp) {
    const coerente = scelto.intermediarioPsp === CANALE_WISP.intermediarioPsp && scelto.canale === CANALE_WISP.canale;
    if (!coerente) throw incoerente();
    return undefined;
  }
  const psp = contesto.psp.psp.find((uno) => uno.id === scelto.psp);
  if (psp === undefined) throw new FaultNodo('PPT_PSP_SCONOSCIUTO', scelto.psp);
  if (!contesto.psp.psp.some((uno) => uno.intermediario === scelto.intermediarioPsp)) {
    throw new FaultNodo('PPT_INTERMEDIARIO_PSP_SCONOSCIUTO', scelto.intermediarioPsp);
  }
  const canale = contesto.psp.perCanale(scelto.canale);
  if (canale === undefined) throw new FaultNodo('PPT_CANALE_SCONOSCIUTO', scelto.canale);
  if (canale.psp !== psp || psp.intermediario !== scelto.intermediarioPsp) throw incoerente();
  if (canale.servizio.metodo === 'sportello') {
    throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Il canale non serve pagamenti attivati presso l’ente creditore');
  }
  return scelto.canale;
}

function incoerente(): FaultNodo {
  return new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione intermediario-canale non corretta');
}
