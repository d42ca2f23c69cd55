import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type {
  NodoChiediListaPendentiRpt,
  NodoChiediListaPendentiRptRisposta,
} from '../../pagopa/operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import type { DomandaRpt, NodoChiediStatoRptRisposta } from '../../pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import { dataOraItaliana, istanteItaliano } from '../../pagopa/data-ora.ts';
import type { RptConservata } from '../archivio/rpt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { STATI_RPT } from '../stati-rpt.ts';
import { conFault } from './con-fault.ts';
import { autentica, controllaDominio } from './controlla-stazione.ts';
import { urlSessione } from './parcheggia.ts';

/** The largest list the node gives back at once. */
const PENDENTI_MASSIMI = 1_000;

/** nodoChiediStatoRPT: state, history, and where the citizen may still go while the RPT is parked. */
export function chiediStato(contesto: Contesto, domanda: DomandaRpt): NodoChiediStatoRptRisposta {
  return conFault(() => {
    const rpt = rptPropria(contesto, domanda);
    const storico = contesto.archivio.rpt.storico(domanda.chiave).map(({ data, stato }) => ({
      data: dataOraItaliana(new Date(data)),
      stato,
      descrizione: STATI_RPT[stato].descrizione,
    }));
    const parcheggiata = rpt.stato === 'RPT_PARCHEGGIATA_NODO' && rpt.sessione !== null;
    return { stato: rpt.stato, ...(parcheggiata && { url: urlSessione(contesto, rpt.sessione) }), storico };
  });
}

/** nodoChiediCopiaRT: the RT of that attempt; of several, the one that says it was paid, else the latest. */
export function chiediCopiaRt(
  contesto: Contesto,
  domanda: DomandaRpt,
): { readonly xml: string } | { readonly fault: FaultBean } {
  return conFault(() => {
    rptPropria(contesto, domanda, 'PPT_RT_SCONOSCIUTA');
    const rt = contesto.archivio.rt.perCopia(domanda.chiave);
    if (rt === undefined) throw new FaultNodo('PPT_RT_NONDISPONIBILE');
    return { xml: rt.xml };
  });
}

/** nodoChiediListaPendentiRPT: the attempts still open, oldest first. */
export function chiediPendenti(
  contesto: Contesto,
  domanda: NodoChiediListaPendentiRpt,
): NodoChiediListaPendentiRptRisposta {
  return conFault(() => {
    const stazione = autentica(contesto, domanda.stazione);
    if (domanda.dominio !== undefined) controllaDominio(contesto, stazione, domanda.dominio);
    const da = domanda.da === undefined ? 0 : istanteItaliano(domanda.da).getTime();
    const a = domanda.a === undefined ? Number.MAX_SAFE_INTEGER : istanteItaliano(domanda.a).getTime() + 999;
    if (da > a) throw new FaultNodo('PPT_SEMANTICA', 'rangeDa successivo a rangeA');
    const pendenti = contesto.archivio.rpt.pendenti({
      intermediario: stazione.intermediario,
      stazione: stazione.stazione,
      ...(domanda.dominio !== undefined && { dominio: domanda.dominio }),
      da,
      a,
      limite: Math.min(domanda.dimensioneLista, PENDENTI_MASSIMI),
    });
    return { totale: pendenti.length, pendenti };
  });
}

/** The RPT asked for, when it is of the broker that asks. */
function rptPropria(
  contesto: Contesto,
  { stazione, chiave }: DomandaRpt,
  sconosciuta: 'PPT_RPT_SCONOSCIUTA' | 'PPT_RT_SCONOSCIUTA' = 'PPT_RPT_SCONOSCIUTA',
): RptConservata {
  const propria = autentica(contesto, stazione);
  controllaDominio(contesto, propria, chiave.dominio);
  const rpt = contesto.archivio.rpt.trova(chiave);
  if (rpt === undefined) throw new FaultNodo(sconosciuta);
  if (rpt.intermediario !== propria.intermediario) throw new FaultNodo('PPT_SEGREGAZIONE');
  return rpt;
}
