import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type {
  NodoInviaCarrelloRpt,
  NodoInviaCarrelloRptRisposta,
} from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo, faultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { conFault } from './con-fault.ts';
import { controllaCanale } from './controlla-canale.ts';
import { controllaComposizione, controllaSoggetti } from './controlla-carrello.ts';
import { controllaCanaleMulti, controllaCarrelloMulti, controllaRptMulti } from './controlla-multi-beneficiario.ts';
import { controllaIntestazione, controllaRpt } from './controlla-rpt.ts';
import { autentica, controllaDominio } from './controlla-stazione.ts';
import { leggiRpt, type RptLetta } from './leggi-rpt.ts';
import { doveSiPaga, type Parcheggiato, parcheggiaPer } from './dove-si-paga.ts';
import { rifiuta } from './parcheggia.ts';

/**
 * nodoInviaCarrelloRPT, in the node's order of checks. Errors of single RPTs are all told at once, in their list; any other
 * error stops the cart alone.
 */
export async function inviaCarrello(
  contesto: Contesto,
  richiesta: NodoInviaCarrelloRpt,
): Promise<NodoInviaCarrelloRptRisposta | { readonly esito: 'OK' }> {
  const lette = richiesta.elementi.map(({ rpt }, i) => leggiRpt(rpt, i + 1));
  const illeggibili = lette.flatMap((letta) => ('fault' in letta ? [letta.fault] : []));
  if (illeggibili.length > 0) return { esito: 'KO', erroriRpt: illeggibili };
  const buone = lette.filter((letta): letta is RptLetta => 'rpt' in letta);
  try {
    const accolto = await contesto.scrivi(() => accogli(contesto, richiesta, buone));
    if ('esito' in accolto) return accolto;
    const { fault, url } = await doveSiPaga(contesto, accolto);
    if (fault !== undefined) return { esito: 'KO', fault, erroriRpt: [] };
    return url === undefined ? { esito: 'OK' } : { esito: 'OK', url };
  } catch (errore) {
    if (!(errore instanceof FaultNodo)) throw errore;
    return { esito: 'KO', fault: errore.fault, erroriRpt: [] };
  }
}

function accogli(
  contesto: Contesto,
  richiesta: NodoInviaCarrelloRpt,
  rpt: readonly RptLetta[],
): NodoInviaCarrelloRptRisposta | Parcheggiato {
  const multi = richiesta.multiBeneficiario === true;
  const canale = controllaCanale(contesto, richiesta);
  const stazione = autentica(contesto, { ...richiesta.intestazione, password: richiesta.password }, multi);
  if (multi) controllaCanaleMulti(richiesta);
  controllaComposizione(richiesta);
  controllaSoggetti(rpt.map((letta) => letta.rpt));
  if (multi) controllaCarrelloMulti(contesto, richiesta);
  const { idCarrello } = richiesta.intestazione;
  const cosa = { stazione, idCarrello, rpt, canale };
  const errori = erroriDelleRpt(contesto, richiesta, rpt, stazione);
  if (errori.length > 0) {
    rifiuta(contesto, cosa);
    return { esito: 'KO', erroriRpt: errori };
  }
  if (contesto.archivio.sessioni.carrelloNoto(stazione.intermediario, idCarrello)) {
    throw new FaultNodo('PPT_ID_CARRELLO_DUPLICATO');
  }
  const duplicate = richiesta.elementi.flatMap(({ chiave }, i) =>
    contesto.archivio.rpt.nota(chiave) ? [faultNodo('PPT_RPT_DUPLICATA', undefined, i + 1)] : [],
  );
  if (duplicate.length > 0) return { esito: 'KO', erroriRpt: duplicate };
  return parcheggiaPer(contesto, cosa);
}

/** The first fault of each RPT, with its position. */
function erroriDelleRpt(
  contesto: Contesto,
  richiesta: NodoInviaCarrelloRpt,
  lette: readonly RptLetta[],
  stazione: StazioneSimulata,
): readonly FaultBean[] {
  const prima = lette[0]?.rpt;
  return richiesta.elementi.flatMap(({ chiave }, i) => {
    const rpt = lette[i]?.rpt;
    if (rpt === undefined || prima === undefined) return [];
    const esito = conFault(() => {
      controllaIntestazione(rpt, chiave);
      if (richiesta.multiBeneficiario === true) {
        controllaRptMulti(contesto, { rpt, prima }, richiesta.intestazione.idCarrello, stazione);
      } else controllaDominio(contesto, stazione, rpt.dominio);
      controllaRpt(contesto, rpt, stazione);
      return undefined;
    });
    return esito === undefined ? [] : [{ ...esito.fault, serial: i + 1 }];
  });
}
