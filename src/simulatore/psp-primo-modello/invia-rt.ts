import type { NodoInviaRt } from '../../pagopa/operazioni/nodo-invia-rt.ts';
import { controllaRt } from '../../pagopa/rpt/controlla-rt.ts';
import { parseRt } from '../../pagopa/rpt/parse-rt.ts';
import type { Rt } from '../../pagopa/rpt/rt.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import { decodificaXml, senzaCodifica } from '../../pagopa/xml/codifica.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import { autenticaPsp } from '../avvisi/autentica-psp.ts';
import { circostanzaAvviso } from '../avvisi/programma-ricevuta.ts';
import type { InConsegna } from '../consegna/consegna-rt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { registraIncasso } from '../flussi/registra-incasso.ts';
import type { Circostanza } from '../scenari/regola.ts';
import type { StatoRptNodo } from '../stati-rpt.ts';

/** The PSP was called, and the RPT's history says so. */
const STATI_DEL_PSP: readonly StatoRptNodo[] = ['RPT_ACCETTATA_PSP', 'RPT_ESITO_SCONOSCIUTO_PSP', 'RPT_RIFIUTATA_PSP'];

/**
 * nodoInviaRT: keeps the RT of an RPT that is this PSP's to answer, and sends it on to the creditor as it is.
 * @throws FaultNodo
 */
export async function inviaRt(contesto: Contesto, { psp, chiave, rt: byte }: NodoInviaRt): Promise<void> {
  autenticaPsp(contesto, psp);
  const rt = leggi(byte);
  await contesto.scrivi(() => {
    const { archivio, orologio } = contesto;
    const { rpt, avviso } = rptDelPsp(contesto, chiave, psp.idPsp);
    if (archivio.rt.perCopia(chiave) !== undefined) throw new FaultNodo('PPT_RT_DUPLICATA');
    // Less than was asked is the creditor's business.
    const difetto = controllaRt(rt, rpt.rpt).find(({ codice }) => codice !== 'importo-diverso');
    if (difetto !== undefined) throw new FaultNodo('PPT_SEMANTICA', difetto.descrizione);
    const ora = orologio.ora();
    if (avviso !== undefined) archivio.avvisi.chiudi(avviso.token, rt.importoTotale > 0 ? 'OK' : 'KO', null, ora);
    const [prima] = rt.pagamenti;
    const rtId = archivio.rt.inserisci({
      ...chiave,
      esito: rt.esito,
      importo: rt.importoTotale,
      iur: prima?.iur ?? '0',
      psp: psp.idPsp,
      creata: ora,
      xml: inUtf8(byte),
    });
    const prese = STATI_DEL_PSP.includes(rpt.stato) ? [] : (['RPT_INVIATA_A_PSP', 'RPT_ACCETTATA_PSP'] as const);
    archivio.rpt.avanza(chiave, [...prese, 'RT_RICEVUTA_NODO', 'RT_ACCETTATA_NODO'], ora);
    registraIncassi(contesto, circostanzaDi(contesto, chiave, { rt, avviso, psp: psp.idPsp }), rt);
    const consegna: InConsegna = { chiave, rtId, malformata: false, ancora: 0 };
    archivio.attivita.inserisci('consegna-rt', ora, consegna);
  });
  contesto.sveglia();
}

function leggi(byte: Uint8Array): Rt {
  try {
    return parseRt(byte);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new FaultNodo('PPT_SINTASSI_XSD', errore.message);
    throw errore;
  }
}

/** As it came; one in another encoding no longer names it. */
function inUtf8(byte: Uint8Array): string {
  const { testo, codifica } = decodificaXml(byte);
  return codifica === 'utf-8' ? testo : senzaCodifica(testo);
}

/**
 * The RPT, with the notice that this PSP activated; or one of a cart that the node handed to it.
 * @throws FaultNodo
 */
function rptDelPsp({ archivio }: Contesto, chiave: ChiaveRpt, psp: string) {
  const rpt = archivio.rpt.trova(chiave);
  const avviso = archivio.avvisi.trova(chiave.ccp);
  if (rpt !== undefined && avviso?.psp === psp) return { rpt, avviso };
  if (rpt?.psp === psp) return { rpt, avviso: undefined };
  throw new FaultNodo('PPT_RPT_SCONOSCIUTA');
}

/** What rules on its flow may ask of it. */
function circostanzaDi(
  contesto: Contesto,
  chiave: ChiaveRpt,
  { rt, avviso, psp }: { readonly rt: Rt; readonly avviso: AvvisoInPagamento | undefined; readonly psp: string },
): Circostanza & { readonly psp: string } {
  if (avviso !== undefined) return circostanzaAvviso(contesto, avviso);
  const { dominio, iuv, ccp } = chiave;
  return { pagamento: ccp, dominio, iuv, ccp, importo: formatEuro(rt.importoTotale), psp };
}

function registraIncassi(contesto: Contesto, circostanza: Circostanza & { readonly psp: string }, rt: Rt): void {
  rt.pagamenti.forEach(({ importo, iur, dataEsito }, i) => {
    if (importo === 0) return;
    registraIncasso(contesto, circostanza, {
      psp: circostanza.psp,
      dominio: rt.dominio,
      iuv: rt.iuv,
      iur,
      indice: i + 1,
      importo,
      codice: '0',
      giorno: dataEsito.slice(0, 10),
    });
  });
}
