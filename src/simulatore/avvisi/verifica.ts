import type { EsitoVerifica } from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import {
  buildPaVerifyPaymentNotice,
  parsePaVerifyPaymentNoticeRes,
} from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { VerifyPaymentNotice, VerifyPaymentNoticeRes } from '../../pagopa/avvisi/verify-payment-notice.ts';
import { faultPaa, isCodiceFaultPaa } from '../../pagopa/faults.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { type Contesto, stazioneDelDominio, stazionePerAvviso } from '../contesto.ts';
import { FaultNodo, isCodiceFault } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { oStandIn, verificaDaAca } from '../stand-in/stand-in.ts';
import { autenticaPspAttivante } from './autentica-psp.ts';
import { chiamaEnte, FaultEnte } from './chiama-ente.ts';
import { chiediAttivazione } from './dati-pagamento.ts';

/** Header CCP of paaVerificaRPT: no attempt exists yet. */
const CCP_VERIFICA = 'n/a';

/**
 * verifyPaymentNotice: the node's own knowledge first, then the creditor's.
 * @throws FaultNodo
 */
export async function verificaAvviso(
  contesto: Contesto,
  richiesta: VerifyPaymentNotice,
): Promise<Extract<VerifyPaymentNoticeRes, { readonly esito: 'OK' }>> {
  autenticaPspAttivante(contesto, richiesta.psp);
  const stazione = stazioneDellAvviso(contesto, richiesta.qr);
  const { qr, psp } = richiesta;
  const esito = await oStandIn<EsitoVerifica>(contesto, stazione, qr, {
    ente: async () => {
      scenarioAvviso(contesto, qr, psp.idPsp);
      controllaGiaNoto(contesto, qr);
      return chiedi(contesto, stazione, richiesta);
    },
    aca(posizione) {
      controllaGiaNoto(contesto, qr);
      return verificaDaAca(posizione, stazione);
    },
  });
  return { ...esito, esito: 'OK' };
}

/**
 * The station that serves a notice.
 * @throws FaultNodo for an unknown creditor, one of whose stations none has that code, or one that takes no payments of notices
 */
export function stazioneDellAvviso(contesto: Contesto, qr: AvvisoQr): StazioneSimulata {
  if (stazioneDelDominio(contesto, qr.dominio) === undefined) throw new FaultNodo('PPT_DOMINIO_SCONOSCIUTO');
  const stazione = stazionePerAvviso(contesto, qr.dominio, qr.avviso);
  if (stazione === undefined) throw new FaultNodo('PPT_STAZIONE_INT_PA_SCONOSCIUTA');
  if (stazione.urlAvvisi === undefined && stazione.urlAttivazione === undefined) {
    throw new FaultNodo('PPT_STAZIONE_INT_PA_SERVIZIO_NONATTIVO');
  }
  return stazione;
}

/**
 * What a scenario rule wants this notice to answer, in the creditor's name (PAA_) or the node's (PPT_).
 * @throws FaultNodo
 */
export function scenarioAvviso(contesto: Contesto, qr: AvvisoQr, psp: string): void {
  const circostanza = { dominio: qr.dominio, avviso: qr.avviso, psp };
  const codice = contesto.regole.prendi('avviso', circostanza, (faccia) => faccia?.fault !== undefined)?.fault;
  if (codice === undefined) return;
  if (isCodiceFaultPaa(codice)) throw new FaultEnte(faultPaa(codice, qr.dominio, 'per scenario'));
  throw new FaultNodo(isCodiceFault(codice) ? codice : 'PPT_SYSTEM_ERROR', `per scenario: ${codice}`);
}

/**
 * A notice somebody is paying, or has paid, is not for others: the node knows it without asking the creditor. A token that is
 * over holds its notice until the node has given it back.
 * @throws FaultNodo
 */
export function controllaGiaNoto(contesto: Contesto, { dominio, avviso }: AvvisoQr): void {
  for (const { stato } of contesto.archivio.avvisi.delNumero(dominio, avviso)) {
    if (stato === 'PAYING') throw new FaultNodo('PPT_PAGAMENTO_IN_CORSO');
    if (stato !== 'CANCELLED') throw new FaultNodo('PPT_PAGAMENTO_DUPLICATO');
  }
}

async function chiedi(
  contesto: Contesto,
  stazione: StazioneSimulata,
  { qr, psp }: VerifyPaymentNotice,
): Promise<EsitoVerifica> {
  const { intermediario, stazione: idStazione, idDominio, urlAvvisi } = stazione;
  if (urlAvvisi !== undefined) {
    return chiamaEnte(contesto, stazione, {
      url: urlAvvisi,
      operazione: 'paVerifyPaymentNotice',
      messaggio: buildPaVerifyPaymentNotice({ stazione: { idPa: idDominio, intermediario, stazione: idStazione }, qr }),
      leggi: parsePaVerifyPaymentNoticeRes,
    });
  }
  const dati = await chiediAttivazione(contesto, stazione, {
    operazione: 'paaVerificaRPT',
    iuv: iuvDaCodiceAvviso(qr.avviso as CodiceAvviso),
    ccp: CCP_VERIFICA,
    psp: psp.idPsp,
  });
  return {
    importo: dati.importo,
    opzione: 'EQ',
    soloPostale: false,
    descrizione: dati.causale,
    dominio: qr.dominio,
    ente: dati.ente?.denominazione ?? stazione.denominazione,
  };
}
