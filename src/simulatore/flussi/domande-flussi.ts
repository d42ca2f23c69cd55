import type {
  NodoChiediElencoFlussi,
  NodoChiediElencoFlussiRisposta,
  NodoChiediFlusso,
} from '../../pagopa/operazioni/nodo-chiedi-flussi.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { autentica, controllaDominio } from '../nodo/controlla-stazione.ts';
import { conFault } from '../nodo/con-fault.ts';

/** Flows in one list; the oldest come first. */
const FLUSSI_MASSIMI = 1_000;

/** nodoChiediElencoFlussiRendicontazione. */
export function elencoFlussi(contesto: Contesto, domanda: NodoChiediElencoFlussi): NodoChiediElencoFlussiRisposta {
  return conFault(() => {
    const dominio = dominioDi(contesto, domanda);
    const { psp } = domanda;
    const flussi = contesto.archivio.incassi.flussi({
      dominio,
      ...(psp !== undefined && { psp }),
      limite: FLUSSI_MASSIMI,
    });
    return { flussi: flussi.map(({ id, dataOra }) => ({ id, dataOra })) };
  });
}

/** nodoChiediFlussoRendicontazione. */
export function chiediFlusso(
  contesto: Contesto,
  domanda: NodoChiediFlusso,
): { readonly xml: string } | { readonly fault: FaultBean } {
  return conFault(() => {
    const dominio = dominioDi(contesto, domanda);
    const flusso = contesto.archivio.incassi.flusso(domanda.id);
    const altrui = flusso?.dominio !== dominio || (domanda.psp ?? flusso.psp) !== flusso.psp;
    if (flusso === undefined || altrui) throw new FaultNodo('PPT_ID_FLUSSO_SCONOSCIUTO');
    return { xml: flusso.xml };
  });
}

function dominioDi(contesto: Contesto, domanda: NodoChiediElencoFlussi): string {
  const stazione = autentica(contesto, domanda.stazione);
  const dominio = domanda.dominio ?? stazione.idDominio;
  controllaDominio(contesto, stazione, dominio);
  const { psp } = domanda;
  if (psp !== undefined && !contesto.psp.psp.some(({ id }) => id === psp)) throw new FaultNodo('PPT_PSP_SCONOSCIUTO');
  return dominio;
}
