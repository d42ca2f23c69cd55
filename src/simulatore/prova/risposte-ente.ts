import { buildPaGetPaymentRes, readPaGetPayment } from '../../pagopa/avvisi/pa-get-payment.ts';
import { buildPaSendRtRes, readPaSendRt } from '../../pagopa/avvisi/pa-send-rt.ts';
import {
  buildPaVerifyPaymentNoticeRes,
  readPaVerifyPaymentNotice,
} from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import { faultPaa } from '../../pagopa/faults.ts';
import {
  buildPaaAttivazioneRisposta,
  type PaaAttivaRpt,
  readPaaAttivaRpt,
  readPaaVerificaRpt,
} from '../../pagopa/operazioni/paa-attivazione.ts';
import { buildPaaInviaRtRisposta } from '../../pagopa/operazioni/paa-invia-rt.ts';
import { type Busta, scriviSoapFault } from '../../pagopa/soap/busta.ts';
import { type EnteDiProva, emesso, IBAN, IMPORTO, SCADENZA } from './enti-di-prova.ts';
import { causaleDiProva, PAGATORE } from './rpt-di-prova.ts';

const DESCRIZIONE = 'Avviso di prova';

/**
 * What a creditor of the simulator answers: it knows every notice of its segregation code, it wants all of them paid, and takes
 * every receipt. What else a creditor may answer comes from scenarios (`avviso: { fault: PAA_… }`).
 * @param attivato called when a notice is taken in the first model: the RPT must follow
 */
export function rispondiDaEnte(ente: EnteDiProva, busta: Busta, attivato: (richiesta: PaaAttivaRpt) => void): string {
  const { codice, denominazione } = ente;
  const ko = { esito: 'KO', fault: faultPaa('PAA_PAGAMENTO_SCONOSCIUTO', codice) } as const;
  switch (busta.operazione) {
    case 'paVerifyPaymentNoticeReq': {
      if (!emesso(readPaVerifyPaymentNotice(busta).qr.avviso)) return buildPaVerifyPaymentNoticeRes(ko);
      return buildPaVerifyPaymentNoticeRes({
        esito: 'OK',
        importo: IMPORTO,
        opzione: 'EQ',
        scadenza: SCADENZA,
        soloPostale: false,
        descrizione: DESCRIZIONE,
        dominio: codice,
        ente: denominazione,
      });
    }
    case 'paGetPaymentReq':
    case 'paGetPaymentV2Request':
      return daPagare(ente, busta);
    case 'paSendRTReq':
    case 'paSendRTV2Request':
      return buildPaSendRtRes({ esito: 'OK' }, readPaSendRt(busta).versione);
    case 'paaVerificaRPT':
    case 'paaAttivaRPT':
      return attivazione(ente, busta, attivato);
    case 'paaInviaRT':
      return buildPaaInviaRtRisposta({ esito: 'OK' });
    default:
      return scriviSoapFault('Client', `operazione ${busta.operazione} non offerta`);
  }
}

function daPagare({ codice, denominazione }: EnteDiProva, busta: Busta): string {
  const { qr, versione } = readPaGetPayment(busta);
  if (!emesso(qr.avviso)) {
    return buildPaGetPaymentRes({ esito: 'KO', fault: faultPaa('PAA_PAGAMENTO_SCONOSCIUTO', codice) }, versione);
  }
  const iuv = qr.avviso.slice(1);
  const trasferimento = {
    id: 1,
    importo: IMPORTO,
    dominio: codice,
    iban: IBAN,
    causale: causaleDiProva(iuv),
    categoria: '9/0101100IM/',
  };
  const dati = {
    iuv,
    importo: IMPORTO,
    scadenza: SCADENZA,
    descrizione: DESCRIZIONE,
    ente: denominazione,
    debitore: PAGATORE,
    trasferimenti: [trasferimento],
  };
  return buildPaGetPaymentRes({ esito: 'OK', dati }, versione);
}

function attivazione(ente: EnteDiProva, busta: Busta, attivato: (richiesta: PaaAttivaRpt) => void): string {
  const operazione = busta.operazione === 'paaVerificaRPT' ? 'paaVerificaRPT' : 'paaAttivaRPT';
  const { iuv } = readPaaVerificaRpt(busta).intestazione;
  if (!emesso(`3${iuv}`)) {
    const fault = faultPaa('PAA_PAGAMENTO_SCONOSCIUTO', ente.codice);
    return buildPaaAttivazioneRisposta(operazione, { esito: 'KO', fault });
  }
  if (operazione === 'paaAttivaRPT') attivato(readPaaAttivaRpt(busta));
  const { codice, denominazione } = ente;
  return buildPaaAttivazioneRisposta(operazione, {
    esito: 'OK',
    dati: { importo: IMPORTO, iban: IBAN, ente: { codice, denominazione }, causale: causaleDiProva(iuv) },
  });
}
