import type { EnteCreditore } from './ente-creditore.ts';
import { type EsitoInvioCarrello, type FaultBean, NodoIrraggiungibile, type NodoClient } from './nodo-client.ts';
import {
  buildNodoChiediElencoFlussi,
  buildNodoChiediFlusso,
  BYTE_MASSIMI_RISPOSTA_FLUSSO,
  type IdFlusso,
  parseNodoChiediElencoFlussiRisposta,
  parseNodoChiediFlussoRisposta,
} from './operazioni/nodo-chiedi-flussi.ts';
import { buildNodoChiediCopiaRt, parseNodoChiediCopiaRtRisposta } from './operazioni/nodo-chiedi-copia-rt.ts';
import {
  buildNodoChiediListaPendentiRpt,
  type NodoChiediListaPendentiRpt,
  type NodoChiediListaPendentiRptRisposta,
  parseNodoChiediListaPendentiRptRisposta,
} from './operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import { buildNodoChiediStatoRpt, parseNodoChiediStatoRptRisposta } from './operazioni/nodo-chiedi-stato-rpt.ts';
import {
  buildNodoInviaCarrelloRpt,
  CANALE_WISP,
  type NodoInviaCarrelloRptRisposta,
  parseNodoInviaCarrelloRptRisposta,
} from './operazioni/nodo-invia-carrello-rpt.ts';
import { buildNodoInviaRpt, parseNodoInviaRptRisposta } from './operazioni/nodo-invia-rpt.ts';
import { type ClientSoap, createClientSoap, type OpzioniClientSoap } from './soap/client-soap.ts';
import { ID_NODO } from './soap/fault.ts';
import { XmlRifiutato } from './xml/xml-rifiutato.ts';

export interface OpzioniNodoClient extends OpzioniClientSoap {
  /** Full address of the node's SOAP endpoint, e.g. `http://localhost:3001/webservices/input`. */
  readonly url: string;
  readonly ente: Pick<EnteCreditore, 'codiceFiscale' | 'intermediario' | 'stazione' | 'password'>;
}

/** All the operations of NodoPerPa a creditor of the first model needs. */
export interface NodoClientSoap extends NodoClient {
  chiediListaPendenti(
    domanda: Omit<NodoChiediListaPendentiRpt, 'stazione'>,
  ): Promise<NodoChiediListaPendentiRptRisposta>;
  /** The flows the node holds for this creditor, oldest first; or the fault. */
  chiediElencoFlussi(): Promise<readonly IdFlusso[] | FaultBean>;
  /** The flow's XML, to be read with `parseFlussoRiversamento`; or the fault (PPT_ID_FLUSSO_SCONOSCIUTO). */
  chiediFlusso(id: string): Promise<{ readonly xml: Uint8Array } | FaultBean>;
}

/**
 * The creditor's client of a node over HTTP. An answer that is late, not SOAP, or out of its schema rejects with
 * NodoIrraggiungibile: nothing is then known of what the node did.
 */
export function createNodoClient(opzioni: OpzioniNodoClient): NodoClientSoap {
  const soap = createClientSoap(opzioni);
  const { ente, url } = opzioni;
  const stazione = { intermediario: ente.intermediario, stazione: ente.stazione, password: ente.password };
  const chiama = <T>(operazione: string, messaggio: string, leggi: (xml: Uint8Array) => T): Promise<T> =>
    chiamaNodo(soap, { url, operazione, messaggio }, leggi);
  return {
    async inviaCarrelloRpt(idCarrello, rpt) {
      const messaggio = buildNodoInviaCarrelloRpt({
        ...CANALE_WISP,
        intestazione: { ...stazione, idCarrello },
        password: ente.password,
        elementi: rpt,
      });
      return esitoInvio(await chiama('nodoInviaCarrelloRPT', messaggio, parseNodoInviaCarrelloRptRisposta));
    },
    inviaRpt(chiave, xml, canale = CANALE_WISP) {
      const intestazione = { ...stazione, ...chiave };
      const messaggio = buildNodoInviaRpt({ ...canale, intestazione, password: ente.password, xml });
      return chiama('nodoInviaRPT', messaggio, parseNodoInviaRptRisposta);
    },
    async chiediStatoRpt(chiave) {
      const messaggio = buildNodoChiediStatoRpt({ stazione, chiave });
      const risposta = await chiama('nodoChiediStatoRPT', messaggio, parseNodoChiediStatoRptRisposta);
      return 'fault' in risposta ? risposta.fault : risposta;
    },
    async chiediCopiaRt(chiave) {
      const messaggio = buildNodoChiediCopiaRt({ stazione, chiave });
      const risposta = await chiama('nodoChiediCopiaRT', messaggio, parseNodoChiediCopiaRtRisposta);
      return 'fault' in risposta ? risposta.fault : { rt: Buffer.from(risposta.rt).toString('utf8') };
    },
    chiediListaPendenti(domanda) {
      const messaggio = buildNodoChiediListaPendentiRpt({ ...domanda, stazione });
      return chiama('nodoChiediListaPendentiRPT', messaggio, parseNodoChiediListaPendentiRptRisposta);
    },
    ...flussi(opzioni, stazione),
  };
}

/** Flows may be large: they have a client with a limit of their own. */
function flussi(
  opzioni: OpzioniNodoClient,
  stazione: { readonly intermediario: string; readonly stazione: string; readonly password: string },
): Pick<NodoClientSoap, 'chiediElencoFlussi' | 'chiediFlusso'> {
  const soap = createClientSoap({ byteMassimi: BYTE_MASSIMI_RISPOSTA_FLUSSO, ...opzioni });
  const domanda = { stazione, dominio: opzioni.ente.codiceFiscale };
  const { url } = opzioni;
  return {
    async chiediElencoFlussi() {
      const operazione = 'nodoChiediElencoFlussiRendicontazione';
      const messaggio = buildNodoChiediElencoFlussi(domanda);
      const risposta = await chiamaNodo(soap, { url, operazione, messaggio }, parseNodoChiediElencoFlussiRisposta);
      return 'fault' in risposta ? risposta.fault : risposta.flussi;
    },
    async chiediFlusso(id) {
      const operazione = 'nodoChiediFlussoRendicontazione';
      const messaggio = buildNodoChiediFlusso({ ...domanda, id });
      const risposta = await chiamaNodo(soap, { url, operazione, messaggio }, parseNodoChiediFlussoRisposta);
      return 'fault' in risposta ? risposta.fault : risposta;
    },
  };
}

async function chiamaNodo<T>(
  soap: ClientSoap,
  richiesta: { readonly url: string; readonly operazione: string; readonly messaggio: string },
  leggi: (xml: Uint8Array) => T,
): Promise<T> {
  const risposta = await soap.chiama(richiesta.url, richiesta.operazione, richiesta.messaggio);
  try {
    return leggi(risposta);
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    throw new NodoIrraggiungibile(`${richiesta.operazione}: ${errore.message}`, { cause: errore });
  }
}

/** A KO always has a fault to show: the cart's own, else that of its first RPT. */
function esitoInvio(risposta: NodoInviaCarrelloRptRisposta): EsitoInvioCarrello {
  if (risposta.esito === 'OK') return risposta;
  const senzaRagione: FaultBean = {
    faultCode: 'PPT_SYSTEM_ERROR',
    faultString: 'Errore generico.',
    id: ID_NODO,
    description: 'KO without fault nor url',
  };
  return {
    esito: 'KO',
    fault: risposta.fault ?? risposta.erroriRpt[0] ?? senzaRagione,
    erroriRpt: risposta.erroriRpt,
  };
}
