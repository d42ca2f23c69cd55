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
  { consegne }: Pick<ArchivioPagamenti, 'consegne'>,
): ViaDiConsegna {
  return {
    chiedi: (_, dellaConsegna) => chiediAlNodo(nodo, dellaConsegna),
    invia: (consegna, [richiesta]) =>
      orUnknown(async () => {
        const canale = await consegne.attivazione(consegna.id);
        if (richiesta?.rpt === undefined || canale === undefined) {
          throw new Error(`consegna ${consegna.id} was not activated`);
        }
        const { tentativo, rpt } = richiesta;
        const { dominio, iuv, ccp } = tentativo;
        const esito = await nodo.inviaRpt({ dominio, iuv, ccp }, rpt, canale);
        if (esito.esito === 'OK') return { tipo: 'accettata' };
        // As with carts: a refusal is believed only when the node, asked, does not have the RPT.
        const sorte = await chiediAlNodo(nodo, [tentativo]);
        return sorte.tipo === 'sconosciuta' ? { tipo: 'rifiutata', fault: esito.fault } : sorte;
      }),
  };
}
