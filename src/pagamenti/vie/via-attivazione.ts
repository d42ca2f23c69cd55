import type { NodoClient } from '../../pagopa/nodo-client.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import { chiediAlNodo } from './via-carrello-rpt.ts';
import { orUnknown, type ViaDiConsegna } from './via.ts';

/**
 * A notice that a PSP activated in the first model (paaAttivaRPT): its RPT follows with nodoInviaRPT, to the PSP that waits
 * for it. Nobody's browser is sent anywhere.
 */
export function createViaAttivazione(
  nodo: NodoClient,
  { consegne, tentativi }: Pick<ArchivioPagamenti, 'consegne' | 'tentativi'>,
): ViaDiConsegna {
  return {
    chiedi: (_, dellaConsegna) => chiediAlNodo(nodo, dellaConsegna),
    invia: (consegna, dellaConsegna) =>
      orUnknown(async () => {
        const [tentativo] = dellaConsegna;
        const xml = tentativo && (await tentativi.rpt(tentativo.id));
        const canale = await consegne.attivazione(consegna.id);
        if (tentativo === undefined || xml === undefined || canale === undefined) {
          throw new Error(`consegna ${consegna.id} was not activated`);
        }
        const { dominio, iuv, ccp } = tentativo;
        const esito = await nodo.inviaRpt({ dominio, iuv, ccp }, xml, canale);
        if (esito.esito === 'OK') return { tipo: 'accettata' };
        // As with carts: a refusal is believed only when the node, asked, does not have the RPT.
        const sorte = await chiediAlNodo(nodo, dellaConsegna);
        return sorte.tipo === 'sconosciuta' ? { tipo: 'rifiutata', fault: esito.fault } : sorte;
      }),
  };
}
