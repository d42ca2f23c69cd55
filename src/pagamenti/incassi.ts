import { randomUUID } from 'node:crypto';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti, Incasso } from './porte.ts';

/**
 * Writes the money of a coherent RT into the ledger. The database keeps at most one `dovuto` a bollettino: what would be a
 * second one is written as `doppio`.
 * @returns how it was written; `gia-noto` when this money (dominio, IUV, IUR, place) was there already or there is none
 */
export async function registraIncassi(
  tx: ArchivioPagamenti,
  tentativo: Tentativo,
  rt: Rt,
  il: string,
): Promise<Incasso['natura'] | 'gia-noto'> {
  let esito: Incasso['natura'] | 'gia-noto' = 'gia-noto';
  for (const [posto, pagamento] of rt.pagamenti.entries()) {
    if (pagamento.importo === 0) continue;
    const incasso: Incasso = {
      id: randomUUID(),
      tentativoId: tentativo.id,
      bollettinoId: tentativo.bollettinoId,
      dominio: rt.dominio,
      iuv: rt.iuv as Iuv,
      iur: pagamento.iur,
      indice: posto + 1,
      importo: pagamento.importo,
      dataEsito: pagamento.dataEsito,
      natura: 'dovuto',
      registratoIl: il,
    };
    if (await tx.ricevute.registraIncasso(incasso)) esito = 'dovuto';
    else if (await tx.ricevute.registraIncasso({ ...incasso, natura: 'doppio' })) esito = 'doppio';
  }
  return esito;
}
