import type { Versione } from '../../pagopa/avvisi/corpo-avvisi.ts';
import {
  buildActivatePaymentNoticeRes,
  readActivatePaymentNotice,
} from '../../pagopa/avvisi/activate-payment-notice.ts';
import { buildSendPaymentOutcomeRes, readSendPaymentOutcome } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { buildVerifyPaymentNoticeRes, readVerifyPaymentNotice } from '../../pagopa/avvisi/verify-payment-notice.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { Busta } from '../../pagopa/soap/busta.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { Operazione } from '../nodo/operazioni.ts';
import type { Circostanza } from '../scenari/regola.ts';
import { attivaAvviso } from './attiva.ts';
import { registraEsito } from './esito.ts';
import { type Memoria, unaVolta } from './idempotenza.ts';
import { verificaAvviso } from './verifica.ts';

/** What PSPs may ask of the node in the notice model. */
export const OPERAZIONI_PSP: Readonly<Record<string, Operazione>> = {
  verifyPaymentNoticeReq: operazione(
    'verifyPaymentNotice',
    async (contesto, busta) =>
      buildVerifyPaymentNoticeRes(await verificaAvviso(contesto, readVerifyPaymentNotice(busta))),
    (fault) => buildVerifyPaymentNoticeRes({ esito: 'KO', fault }),
    (busta) => {
      const { qr, psp } = readVerifyPaymentNotice(busta);
      return { dominio: qr.dominio, avviso: qr.avviso, psp: psp.idPsp };
    },
  ),
  activatePaymentNoticeReq: attivazione('activatePaymentNotice', 1),
  activatePaymentNoticeV2Request: attivazione('activatePaymentNoticeV2', 2),
  sendPaymentOutcomeReq: esito('sendPaymentOutcome', 1),
  sendPaymentOutcomeV2Request: esito('sendPaymentOutcomeV2', 2),
};

function attivazione(azione: string, versione: Versione): Operazione {
  return operazione(
    azione,
    ripetibile(azione, (contesto, busta, memoria) => attivaAvviso(contesto, readActivatePaymentNotice(busta), memoria)),
    (fault) => buildActivatePaymentNoticeRes({ esito: 'KO', fault }, versione),
    (busta) => {
      const { qr, psp, importo } = readActivatePaymentNotice(busta);
      return { dominio: qr.dominio, avviso: qr.avviso, psp: psp.idPsp, importo: formatEuro(importo) };
    },
  );
}

function esito(azione: string, versione: Versione): Operazione {
  return operazione(
    azione,
    ripetibile(azione, (contesto, busta, memoria) => registraEsito(contesto, readSendPaymentOutcome(busta), memoria)),
    (fault) => buildSendPaymentOutcomeRes({ esito: 'KO', fault }, versione),
    (busta) => ({ psp: readSendPaymentOutcome(busta).psp.idPsp }),
  );
}

type Ko = (fault: FaultBean) => string;
type Rispondi = (contesto: Contesto, busta: Busta, ko: Ko) => Promise<string>;

function ripetibile(
  azione: string,
  rispondi: (contesto: Contesto, busta: Busta, memoria: Memoria) => Promise<string>,
): Rispondi {
  return (contesto, busta, ko) =>
    unaVolta(contesto, { busta, operazione: azione }, (memoria) => rispondi(contesto, busta, memoria), ko);
}

function operazione(
  azione: string,
  rispondi: Rispondi,
  ko: Ko,
  circostanza: (busta: Busta) => Circostanza,
): Operazione {
  return {
    azione,
    ko,
    circostanze: (busta) => [circostanza(busta)],
    async rispondi(contesto, busta) {
      try {
        return await rispondi(contesto, busta, ko);
      } catch (errore) {
        if (errore instanceof FaultNodo) return ko(errore.fault);
        throw errore;
      }
    },
  };
}
