import { riprendiPagato } from '../bollettini/ripresa.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import { newId } from '../valori/new-id.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti, Incasso } from './porte.ts';
import { anomaliaDi, type Prova } from './prova.ts';

/**
 * Counts the money of a coherent receipt, within the caller's transaction. The first money of a bollettino pays it; any other
 * is kept, marked and shown to operators, to be given back.
 * @param tentativo as it was before the receipt
 */
export async function contaPagato(
  tx: ArchivioPagamenti,
  tentativo: Tentativo,
  prova: Prova,
  il: string,
): Promise<'dovuto' | 'doppio' | 'gia-noto'> {
  const natura = await registraIncassi(tx, tentativo, prova, il);
  if (natura === 'gia-noto') return natura;
  if (natura === 'doppio') {
    await tx.anomalie.apri(anomaliaDi('pagamento-doppio', prova, tentativo), il);
    return natura;
  }
  if (tentativo.stato === 'rifiutato') {
    await tx.anomalie.apri(anomaliaDi('pagato-dopo-rifiuto', prova, tentativo), il);
  }
  if (await tx.bollettini.segna(tentativo.bollettinoId, ['nel-carrello', 'in-pagamento'], 'pagato', il)) return natura;
  const ceduti = await riprendiPagato(tx, tentativo.bollettinoId, il);
  const anomalia = anomaliaDi('pagato-dopo-eliminazione', prova, tentativo);
  const dettaglio = { ...anomalia.dettaglio, toltiDalCarrello: ceduti.map(({ iuv }) => iuv).join(', ') || null };
  await tx.anomalie.apri({ ...anomalia, dettaglio }, il);
  return natura;
}

/**
 * Writes the money into the ledger. The database keeps at most one `dovuto` a bollettino: what would be a second one is
 * written as `doppio`.
 * @returns `gia-noto` when this money (dominio, IUV, IUR, place) was there already or there is none
 */
async function registraIncassi(
  tx: ArchivioPagamenti,
  tentativo: Tentativo,
  prova: Prova,
  il: string,
): Promise<Incasso['natura'] | 'gia-noto'> {
  let esito: Incasso['natura'] | 'gia-noto' = 'gia-noto';
  for (const [posto, movimento] of prova.movimenti.entries()) {
    if (movimento.importo === 0) continue;
    const incasso: Incasso = {
      id: newId(),
      tentativoId: tentativo.id,
      bollettinoId: tentativo.bollettinoId,
      dominio: prova.dominio,
      iuv: prova.iuv as Iuv,
      iur: movimento.iur,
      indice: posto + 1,
      importo: movimento.importo,
      dataEsito: movimento.dataEsito,
      natura: 'dovuto',
      registratoIl: il,
    };
    if (await tx.ricevute.registraIncasso(incasso)) esito = 'dovuto';
    else if (await tx.ricevute.registraIncasso({ ...incasso, natura: 'doppio' })) esito = 'doppio';
  }
  return esito;
}
