import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { buildNodoChiediCopiaRtRisposta } from '../../pagopa/operazioni/nodo-chiedi-copia-rt.ts';
import {
  buildNodoChiediElencoFlussiRisposta,
  buildNodoChiediFlussoRisposta,
  readNodoChiediElencoFlussi,
  readNodoChiediFlusso,
} from '../../pagopa/operazioni/nodo-chiedi-flussi.ts';
import {
  buildNodoChiediListaPendentiRptRisposta,
  readNodoChiediListaPendentiRpt,
} from '../../pagopa/operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import { buildNodoChiediStatoRptRisposta, readDomandaRpt } from '../../pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import {
  buildNodoInviaCarrelloRptRisposta,
  readNodoInviaCarrelloRpt,
} from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildNodoInviaRptRisposta, readNodoInviaRpt } from '../../pagopa/operazioni/nodo-invia-rpt.ts';
import type { Busta } from '../../pagopa/soap/busta.ts';
import type { Contesto } from '../contesto.ts';
import { chiediFlusso, elencoFlussi } from '../flussi/domande-flussi.ts';
import type { Circostanza } from '../scenari/regola.ts';
import { chiediCopiaRt, chiediPendenti, chiediStato } from './domande.ts';
import { inviaCarrello } from './invia-carrello.ts';
import { inviaRpt } from './invia-rpt.ts';

/** One operation the node offers: what it does, how it says no, and what a scenario rule may look at. */
export interface Operazione {
  /** SOAPAction and name in scenario rules; the name of the body's element when absent. */
  readonly azione?: string;
  /** @throws XmlRifiutato when the envelope lacks what the operation needs */
  rispondi(contesto: Contesto, busta: Busta): string | Promise<string>;
  ko(fault: FaultBean): string;
  circostanze(busta: Busta): readonly Circostanza[];
}

const domandaRpt = (busta: Busta): readonly Circostanza[] => [readDomandaRpt(busta).chiave];

const dominioDeiFlussi = (busta: Busta): readonly Circostanza[] => {
  const { dominio, psp } = readNodoChiediElencoFlussi(busta);
  return [{ ...(dominio !== undefined && { dominio }), ...(psp !== undefined && { psp }) }];
};

export const OPERAZIONI_PA: Readonly<Record<string, Operazione>> = {
  nodoInviaCarrelloRPT: {
    rispondi: async (contesto, busta) =>
      buildNodoInviaCarrelloRptRisposta(await inviaCarrello(contesto, readNodoInviaCarrelloRpt(busta))),
    ko: (fault) => buildNodoInviaCarrelloRptRisposta({ esito: 'KO', fault, erroriRpt: [] }),
    circostanze: (busta) => readNodoInviaCarrelloRpt(busta).elementi.map(({ chiave }) => chiave),
  },
  nodoInviaRPT: {
    rispondi: async (contesto, busta) => buildNodoInviaRptRisposta(await inviaRpt(contesto, readNodoInviaRpt(busta))),
    ko: (fault) => buildNodoInviaRptRisposta({ esito: 'KO', fault }),
    circostanze: (busta) => [readNodoInviaRpt(busta).intestazione],
  },
  nodoChiediStatoRPT: {
    rispondi: (contesto, busta) => buildNodoChiediStatoRptRisposta(chiediStato(contesto, readDomandaRpt(busta))),
    ko: (fault) => buildNodoChiediStatoRptRisposta({ fault }),
    circostanze: domandaRpt,
  },
  nodoChiediCopiaRT: {
    rispondi: (contesto, busta) => buildNodoChiediCopiaRtRisposta(chiediCopiaRt(contesto, readDomandaRpt(busta))),
    ko: (fault) => buildNodoChiediCopiaRtRisposta({ fault }),
    circostanze: domandaRpt,
  },
  nodoChiediListaPendentiRPT: {
    rispondi: (contesto, busta) =>
      buildNodoChiediListaPendentiRptRisposta(chiediPendenti(contesto, readNodoChiediListaPendentiRpt(busta))),
    ko: (fault) => buildNodoChiediListaPendentiRptRisposta({ fault }),
    circostanze: (busta) => {
      const { dominio } = readNodoChiediListaPendentiRpt(busta);
      return [dominio === undefined ? {} : { dominio }];
    },
  },
  nodoChiediElencoFlussiRendicontazione: {
    rispondi: (contesto, busta) =>
      buildNodoChiediElencoFlussiRisposta(elencoFlussi(contesto, readNodoChiediElencoFlussi(busta))),
    ko: (fault) => buildNodoChiediElencoFlussiRisposta({ fault }),
    circostanze: dominioDeiFlussi,
  },
  nodoChiediFlussoRendicontazione: {
    rispondi: (contesto, busta) => buildNodoChiediFlussoRisposta(chiediFlusso(contesto, readNodoChiediFlusso(busta))),
    ko: (fault) => buildNodoChiediFlussoRisposta({ fault }),
    circostanze: dominioDeiFlussi,
  },
};
