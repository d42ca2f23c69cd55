import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { Consegna, Tentativo } from '../pagamento.ts';
import { newId } from '../../valori/new-id.ts';

/**
 * The hand-off of a notice paid outside the portal, with its one attempt: nobody confirmed a cart, the node's CCP names it.
 * @param stati where the two begin: to be sent when a PSP activates, over when only the receipt tells of it
 */
export function consegnaAvviso(
  confermaId: Id,
  { id: bollettinoId, datoreId, iuv, importo }: Bollettino,
  { dominio, ccp }: { readonly dominio: string; readonly ccp: string },
  stati: { readonly consegna: Consegna['stato']; readonly tentativo: Tentativo['stato'] },
): { readonly consegna: Consegna; readonly tentativo: Tentativo } {
  const consegnaId = newId();
  return {
    consegna: {
      id: consegnaId,
      datoreId,
      confermaId,
      ordine: 1,
      idCarrello: `avviso-${ccp}`,
      modo: 'avviso',
      stato: stati.consegna,
      totale: importo,
    },
    tentativo: { id: newId(), consegnaId, bollettinoId, dominio, iuv, ccp, importo, stato: stati.tentativo },
  };
}
