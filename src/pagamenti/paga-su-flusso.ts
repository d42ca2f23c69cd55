import type { Bollettino } from '../bollettini/bollettino.ts';
import { CODICI_RIVERSAMENTO } from '../pagopa/flussi/flusso-riversamento.ts';
import { codiceAvvisoDaIuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { NuovaAnomalia } from './anomalia.ts';
import { attemptOutside } from './avvisi/tentativo-fuori-portale.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEvento } from './esito-tentativo.ts';
import { contaPagato } from './incassi.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import type { Prova } from './prova.ts';
import type { RigaRendicontata } from './rendicontazione.ts';
import { isVivo } from './transizioni.ts';

/**
 * Closes a bollettino on a flow's word. Code 9 (8 when it was in stand-in) says that a PSP took and passed on money for which there is no receipt; the
 * creditor matches it with its RPT and unlocks the position (Piano dei test 2019, EC-BKO-04), because a family must not be asked
 * twice for what it paid. Only what fits to the cent counts; operators are told, to get the receipt. Repeating it changes nothing.
 * @returns false when the row closes nothing: another code, an IUV that is not ours, another amount
 */
export function pagaSuFlusso(dip: DipendenzePagamenti, riga: RigaRendicontata): Promise<boolean> {
  if (!CODICI_RIVERSAMENTO[riga.codice].senzaRpt) return Promise.resolve(false);
  const il = dip.clock.now().toISOString();
  return dip.archivio.transazione(async (tx) => {
    const bollettino = await tx.bollettini.conCodiceAvviso(codiceAvvisoDaIuv(riga.iuv, dip.ente));
    if (bollettino?.iuv !== riga.iuv) return false;
    const noti = await tx.ricevute.incassiDelBollettino(bollettino.id);
    if (noti.some(({ iur }) => iur === riga.iur)) return false;
    const dominio = dip.ente.codiceFiscale;
    const tentativo = await attemptOf(tx, bollettino, riga, { dominio, il });
    if (tentativo === undefined) return false;
    const prova = toProva(riga, tentativo);
    const natura = await contaPagato(tx, tentativo, prova, il);
    if (natura === 'dovuto') await tx.anomalie.apri(receiptToGet(riga, tentativo), il);
    const { flusso, codice, importo } = riga;
    await tx.atti.registra({
      azione: 'esito-ricevuto',
      oggetto: { tipo: 'tentativo', id: tentativo.id },
      dettaglio: { esito: codice, importo, evento: 'flusso-eseguito', flusso },
    });
    return true;
  });
}

/**
 * The attempt of that amount which the row closes, as it was before: the one that waits, else the last that was not paid, else one
 * made now for who paid outside the portal. The row names the IUV and not the attempt.
 */
async function attemptOf(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  { iur, importo }: RigaRendicontata,
  { dominio, il }: { readonly dominio: string; readonly il: string },
): Promise<Tentativo | undefined> {
  const tentativi = await tx.tentativi.delBollettino(bollettino.id);
  const aperti = tentativi.filter((uno) => uno.stato !== 'eseguito' && uno.importo === importo);
  const suo = aperti.find(({ stato }) => isVivo(stato)) ?? aperti.at(-1);
  if (suo !== undefined) {
    await applyEvento(tx, suo, 'flusso-eseguito', il);
    return suo;
  }
  return bollettino.importo === importo ? attemptOutside(tx, bollettino, { dominio, ccp: iur }, il) : undefined;
}

function receiptToGet(riga: RigaRendicontata, { id, bollettinoId, dominio, ccp }: Tentativo): NuovaAnomalia {
  const { flusso, iuv, iur, indice, importo, codice, dataEsito } = riga;
  return {
    tipo: 'pagato-su-flusso',
    chiave: `pagato-su-flusso:${iuv}:${iur}:${indice}`,
    tentativoId: id,
    bollettinoId,
    dominio,
    iuv,
    ccp,
    dettaglio: { flusso, iur, importo, codice, dataEsito },
  };
}

function toProva(
  { flusso, iuv, iur, indice, importo, codice, dataEsito }: RigaRendicontata,
  tentativo: Tentativo,
): Prova {
  return {
    dominio: tentativo.dominio,
    iuv,
    ccp: tentativo.ccp,
    idMessaggio: flusso,
    esito: codice,
    importo,
    movimenti: [{ iur, importo, dataEsito }],
    impronta: `${iuv}:${iur}:${indice}`,
  };
}
