import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type {
  NodoInviaCarrelloRpt,
  NodoInviaCarrelloRptRisposta,
} from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo, faultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { controllaCanale } from './controlla-canale.ts';
import { controllaComposizione, controllaSoggetti } from './controlla-carrello.ts';
import { controllaRpt } from './controlla-rpt.ts';
import { autentica, controllaDominio } from './controlla-stazione.ts';
import { leggiRpt, type RptLetta } from './leggi-rpt.ts';
import { parcheggia, rifiuta } from './parcheggia.ts';

/**
 * nodoInviaCarrelloRPT, in the node's order of checks. Errors of single RPTs are all told at once, in their list; any other
 * error stops the cart alone.
 */
export async function inviaCarrello(
  contesto: Contesto,
  richiesta: NodoInviaCarrelloRpt,
): Promise<NodoInviaCarrelloRptRisposta> {
  const lette = richiesta.elementi.map(({ rpt }, i) => leggiRpt(rpt, i + 1));
  const illeggibili = lette.flatMap((letta) => ('fault' in letta ? [letta.fault] : []));
  if (illeggibili.length > 0) return { esito: 'KO', erroriRpt: illeggibili };
  const buone = lette.filter((letta): letta is RptLetta => 'rpt' in letta);
  try {
    return await contesto.scrivi(() => accogli(contesto, richiesta, buone));
  } catch (errore) {
    if (!(errore instanceof FaultNodo)) throw errore;
    return { esito: 'KO', fault: errore.fault, erroriRpt: [] };
  }
}

function accogli(
  contesto: Contesto,
  richiesta: NodoInviaCarrelloRpt,
  rpt: readonly RptLetta[],
): NodoInviaCarrelloRptRisposta {
  const canale = controllaCanale(contesto, richiesta);
  const stazione = autentica(contesto, { ...richiesta.intestazione, password: richiesta.password });
  controllaComposizione(richiesta);
  controllaSoggetti(
    richiesta,
    rpt.map((letta) => letta.rpt),
  );
  for (const { chiave } of richiesta.elementi) controllaDominio(contesto, stazione, chiave.dominio);
  const cosa = { stazione, idCarrello: richiesta.intestazione.idCarrello, rpt, canale };
  const errori = erroriDelleRpt(richiesta, rpt, stazione);
  const { idCarrello, intermediario } = richiesta.intestazione;
  if (contesto.archivio.sessioni.carrelloNoto(intermediario, idCarrello)) {
    throw new FaultNodo('PPT_ID_CARRELLO_DUPLICATO', idCarrello);
  }
  if (errori.length > 0) {
    rifiuta(contesto, cosa);
    return { esito: 'KO', erroriRpt: errori };
  }
  const duplicate = duplicati(contesto, richiesta);
  if (duplicate.length > 0) return { esito: 'KO', erroriRpt: duplicate };
  return { esito: 'OK', url: parcheggia(contesto, cosa) };
}

function erroriDelleRpt(
  richiesta: NodoInviaCarrelloRpt,
  rpt: readonly RptLetta[],
  stazione: StazioneSimulata,
): readonly FaultBean[] {
  return richiesta.elementi.flatMap(({ chiave }, i) => {
    const letta = rpt[i];
    if (letta === undefined) return [];
    const fault = controllaRpt(letta.rpt, { ...richiesta.intestazione, ...chiave }, stazione, i + 1);
    return fault === undefined ? [] : [fault];
  });
}

function duplicati(contesto: Contesto, richiesta: NodoInviaCarrelloRpt): readonly FaultBean[] {
  return richiesta.elementi.flatMap(({ chiave }, i) =>
    contesto.archivio.rpt.nota(chiave)
      ? [faultNodo('PPT_RPT_DUPLICATA', `${chiave.dominio} ${chiave.iuv} ${chiave.ccp}`, i + 1)]
      : [],
  );
}
