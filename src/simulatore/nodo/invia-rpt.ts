import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { NodoInviaRpt, NodoInviaRptRisposta } from '../../pagopa/operazioni/nodo-invia-rpt.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import { tokenDelCcp } from '../avvisi/esito-tardivo.ts';
import { circostanzaAvviso } from '../avvisi/programma-ricevuta.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { inviaRptAttivata } from '../psp-in-ascolto/invia-rpt-al-psp.ts';
import { trovaAscolto } from '../psp-in-ascolto/trova-ascolto.ts';
import { conFault } from './con-fault.ts';
import { controllaCanale } from './controlla-canale.ts';
import { controllaIntestazione, controllaRpt } from './controlla-rpt.ts';
import { autentica, controllaDominio } from './controlla-stazione.ts';
import { leggiRpt, type RptLetta } from './leggi-rpt.ts';
import { doveSiPaga, type Parcheggiato, parcheggiaPer } from './dove-si-paga.ts';
import { parcheggiaAvviso, rifiuta } from './parcheggia.ts';

/** nodoInviaRPT: one RPT, the same checks as a cart's, one fault. */
export async function inviaRpt(contesto: Contesto, richiesta: NodoInviaRpt): Promise<NodoInviaRptRisposta> {
  const letta = leggiRpt(richiesta.rpt);
  if ('fault' in letta) return { esito: 'KO', fault: letta.fault };
  try {
    const accolta = await contesto.scrivi(() => accogli(contesto, richiesta, letta));
    if ('esito' in accolta) return accolta;
    const { fault, ...dove } = await ('avviso' in accolta
      ? passaAlPsp(contesto, accolta.avviso, richiesta.intestazione)
      : doveSiPaga(contesto, accolta));
    return fault === undefined ? { esito: 'OK', ...dove } : { esito: 'KO', fault };
  } catch (errore) {
    if (!(errore instanceof FaultNodo)) throw errore;
    return { esito: 'KO', fault: errore.fault };
  }
}

/** Kept for the citizen or for a PSP that the creditor chose, or for the PSP that had activated the notice. */
type Accolta = NodoInviaRptRisposta | Parcheggiato | { readonly avviso: AvvisoInPagamento };

function accogli(contesto: Contesto, richiesta: NodoInviaRpt, letta: RptLetta): Accolta {
  const { intestazione } = richiesta;
  const avviso = avvisoInAttesa(contesto, richiesta);
  const canale = avviso === undefined ? controllaCanale(contesto, richiesta) : avviso.canale;
  const stazione = autentica(contesto, { ...intestazione, password: richiesta.password });
  const cosa = { stazione, idCarrello: null, rpt: [letta], canale };
  const esito = conFault(() => {
    controllaIntestazione(letta.rpt, intestazione);
    controllaDominio(contesto, stazione, intestazione.dominio);
    controllaRpt(contesto, letta.rpt, stazione);
    return undefined;
  });
  if (esito !== undefined) {
    rifiuta(contesto, cosa);
    return { esito: 'KO', fault: esito.fault };
  }
  if (contesto.archivio.rpt.nota(intestazione)) {
    throw new FaultNodo('PPT_RPT_DUPLICATA');
  }
  if (avviso === undefined) return parcheggiaPer(contesto, cosa);
  if (letta.rpt.importoTotale !== avviso.importo) {
    throw new FaultNodo('PPT_SEMANTICA', 'importoTotaleDaVersare diverso da quello attivato');
  }
  parcheggiaAvviso(contesto, stazione, letta);
  contesto.sveglia();
  return { avviso };
}

/** The RPT of a PSP that activated the notice with nodoAttivaRPT goes to it, when it listens, before the creditor is answered. */
async function passaAlPsp(
  contesto: Contesto,
  avviso: AvvisoInPagamento,
  chiave: ChiaveRpt,
): Promise<{ readonly fault?: FaultBean }> {
  if (!avviso.dati.attivatoConRpt) return {};
  const ascolto = trovaAscolto(contesto, avviso.canale, circostanzaAvviso(contesto, avviso));
  const fault = await inviaRptAttivata(contesto, avviso.canale, chiave, ascolto);
  return fault === undefined ? {} : { fault };
}

/** The notice a PSP activated in the first model: the RPT that follows paaAttivaRPT has the CCP that its token gave. */
function avvisoInAttesa({ archivio }: Contesto, { intestazione, psp }: NodoInviaRpt): AvvisoInPagamento | undefined {
  const avviso = archivio.avvisi.trova(tokenDelCcp(intestazione.ccp));
  const suo = avviso?.modello === 'rpt' && avviso.dominio === intestazione.dominio && avviso.iuv === intestazione.iuv;
  return suo && avviso.psp === psp ? avviso : undefined;
}
