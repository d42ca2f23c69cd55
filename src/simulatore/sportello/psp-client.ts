import {
  type ActivatePaymentNotice,
  type ActivatePaymentNoticeRes,
  buildActivatePaymentNotice,
  parseActivatePaymentNoticeRes,
} from '../../pagopa/avvisi/activate-payment-notice.ts';
import type { AvvisoQr, Versione } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import {
  buildSendPaymentOutcome,
  parseSendPaymentOutcomeRes,
  type SendPaymentOutcome,
  type SendPaymentOutcomeRes,
} from '../../pagopa/avvisi/send-payment-outcome.ts';
import {
  buildVerifyPaymentNotice,
  parseVerifyPaymentNoticeRes,
  type VerifyPaymentNoticeRes,
} from '../../pagopa/avvisi/verify-payment-notice.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';

/** A PSP's way to the node: the three steps by which a notice is paid. */
export interface PspClient {
  verifica(qr: AvvisoQr): Promise<VerifyPaymentNoticeRes>;
  attiva(richiesta: Omit<ActivatePaymentNotice, 'psp' | 'versione'>): Promise<ActivatePaymentNoticeRes>;
  esito(richiesta: Omit<SendPaymentOutcome, 'psp' | 'versione'>): Promise<SendPaymentOutcomeRes>;
}

/**
 * A PSP that speaks real messages to the node over HTTP.
 * @param versione of activate and outcome: V2 takes up to five tokens at once
 */
export function createPspClient(opzioni: {
  readonly url: string;
  readonly psp: PspConPassword;
  readonly versione: Versione;
  readonly timeoutMs: number;
}): PspClient {
  const { url, psp, versione } = opzioni;
  const soap = createClientSoap({ timeoutMs: opzioni.timeoutMs });
  const azione = (nome: string): string => (versione === 2 ? `${nome}V2` : nome);
  return {
    async verifica(qr) {
      const messaggio = buildVerifyPaymentNotice({ psp, qr });
      return parseVerifyPaymentNoticeRes(await soap.chiama(url, 'verifyPaymentNotice', messaggio));
    },
    async attiva(richiesta) {
      const messaggio = buildActivatePaymentNotice({ ...richiesta, psp, versione });
      return parseActivatePaymentNoticeRes(
        await soap.chiama(url, azione('activatePaymentNotice'), messaggio),
        versione,
      );
    },
    async esito(richiesta) {
      const messaggio = buildSendPaymentOutcome({ ...richiesta, psp, versione });
      return parseSendPaymentOutcomeRes(await soap.chiama(url, azione('sendPaymentOutcome'), messaggio), versione);
    },
  };
}
