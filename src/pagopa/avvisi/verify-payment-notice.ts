import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi } from '../soap/corpo.ts';
import { opzionale, testoDi, trova } from '../xml/albero.ts';
import { campo, elemento } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import {
  type AvvisoQr,
  bustaPsp,
  campiRisposta,
  leggiQr,
  leggiRisposta,
  type Risposta,
  scriviQr,
} from './corpo-avvisi.ts';
import type { OpzioneImporto } from './pa-verify-payment-notice.ts';
import { leggiStandIn, scriviStandIn } from './stand-in.ts';
import { campiPsp, leggiPsp, type PspConPassword } from './psp.ts';

/** A PSP asks what a notice is worth, before it takes any money. */
export interface VerifyPaymentNotice {
  readonly psp: PspConPassword;
  readonly qr: AvvisoQr;
}

export interface AvvisoVerificato {
  readonly importo: Centesimi;
  readonly opzione: OpzioneImporto;
  readonly scadenza?: string;
  readonly descrizione?: string;
  readonly dominio?: string;
  readonly ente?: string;
  readonly ufficio?: string;
  /** The creditor does not answer: the archive of notices does. */
  readonly standIn?: boolean;
}

export type VerifyPaymentNoticeRes = Risposta<AvvisoVerificato>;

export function buildVerifyPaymentNotice(richiesta: VerifyPaymentNotice): string {
  return bustaPsp('verifyPaymentNoticeReq', [...campiPsp(richiesta.psp), scriviQr(richiesta.qr)]);
}

export function readVerifyPaymentNotice(busta: Busta): VerifyPaymentNotice {
  return { psp: leggiPsp(busta.corpo), qr: leggiQr(busta.corpo) };
}

export function buildVerifyPaymentNoticeRes(risposta: VerifyPaymentNoticeRes): string {
  const dati =
    risposta.esito === 'KO'
      ? []
      : [
          elemento('paymentList', [
            elemento('paymentOptionDescription', [
              campo('amount', scriviImporto(risposta.importo)),
              campo('options', risposta.opzione),
              campo('dueDate', risposta.scadenza),
            ]),
          ]),
          campo('paymentDescription', risposta.descrizione),
          campo('fiscalCodePA', risposta.dominio),
          campo('companyName', risposta.ente),
          campo('officeName', risposta.ufficio),
          scriviStandIn('standin', risposta),
        ];
  return bustaPsp('verifyPaymentNoticeRes', [...campiRisposta(risposta), ...dati]);
}

/** @throws XmlRifiutato */
export function parseVerifyPaymentNoticeRes(xml: Uint8Array | string): VerifyPaymentNoticeRes {
  const { corpo } = attendi(xml, 'verifyPaymentNoticeRes');
  return leggiRisposta(corpo, () => {
    const opzione = trova(corpo, 'paymentList', 'paymentOptionDescription');
    if (opzione === undefined) throw new XmlRifiutato('busta', 'verifyPaymentNoticeRes: OK without paymentList');
    return {
      importo: leggiImporto(testoDi(opzione, 'amount')),
      opzione: testoDi(opzione, 'options') as OpzioneImporto,
      ...opzionale(opzione, 'dueDate', 'scadenza'),
      ...opzionale(corpo, 'paymentDescription', 'descrizione'),
      ...opzionale(corpo, 'fiscalCodePA', 'dominio'),
      ...opzionale(corpo, 'companyName', 'ente'),
      ...opzionale(corpo, 'officeName', 'ufficio'),
      ...leggiStandIn(corpo, 'standin'),
    };
  });
}
