import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi } from '../soap/corpo.ts';
import { opzionale, testoDi, testoSe } from '../xml/albero.ts';
import { campo } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import {
  type AvvisoQr,
  bustaPsp,
  campiRisposta,
  leggiQr,
  leggiRisposta,
  type Risposta,
  scriviQr,
  type Versione,
} from './corpo-avvisi.ts';
import { leggiMetadati, type Metadati, scriviMetadati } from './metadati.ts';
import { campiPsp, leggiPsp, type PspConPassword } from './psp.ts';
import { leggiStandIn, scriviStandIn } from './stand-in.ts';
import { leggiTrasferimenti, scriviTrasferimenti, type Trasferimento } from './trasferimento.ts';

/** A PSP takes a notice: it gets a token, and nobody else the notice until the token is used or expires. */
export interface ActivatePaymentNotice {
  readonly versione: Versione;
  readonly psp: PspConPassword;
  /** `[a-zA-Z0-9]{2,18}_[a-zA-Z0-9]{10}` */
  readonly chiaveIdempotenza?: string;
  readonly qr: AvvisoQr;
  /** Milliseconds the token should live; 1,800,000 at most and by default. */
  readonly durataMs?: number;
  readonly importo: Centesimi;
  /** dueDate: `2021-01-11`; handed on to the creditor. */
  readonly scadenza?: string;
  readonly nota?: string;
  /** Where the payer is; V2 only. */
  readonly touchPoint?: string;
}

export interface AvvisoAttivato {
  readonly importo: Centesimi;
  readonly descrizione?: string;
  readonly dominio?: string;
  readonly ente?: string;
  readonly ufficio?: string;
  readonly token: string;
  readonly trasferimenti: readonly Trasferimento[];
  /** V2 only. */
  readonly metadati?: Metadati;
  readonly iuv: string;
  /** The creditor does not answer: the archive of notices does. */
  readonly standIn?: boolean;
}

export type ActivatePaymentNoticeRes = Risposta<AvvisoAttivato>;

const NOMI = {
  1: { richiesta: 'activatePaymentNoticeReq', risposta: 'activatePaymentNoticeRes' },
  2: { richiesta: 'activatePaymentNoticeV2Request', risposta: 'activatePaymentNoticeV2Response' },
} as const;

export function buildActivatePaymentNotice(richiesta: ActivatePaymentNotice): string {
  return bustaPsp(NOMI[richiesta.versione].richiesta, [
    ...campiPsp(richiesta.psp),
    campo('idempotencyKey', richiesta.chiaveIdempotenza),
    scriviQr(richiesta.qr),
    campo('expirationTime', richiesta.durataMs),
    campo('amount', scriviImporto(richiesta.importo)),
    campo('dueDate', richiesta.scadenza),
    campo('paymentNote', richiesta.nota),
    campo('touchPoint', richiesta.versione === 2 ? richiesta.touchPoint : undefined),
  ]);
}

export function readActivatePaymentNotice(busta: Busta): ActivatePaymentNotice {
  const durata = testoSe(busta.corpo, 'expirationTime');
  return {
    versione: busta.operazione === NOMI[2].richiesta ? 2 : 1,
    psp: leggiPsp(busta.corpo),
    ...opzionale(busta.corpo, 'idempotencyKey', 'chiaveIdempotenza'),
    qr: leggiQr(busta.corpo),
    ...(durata !== undefined && { durataMs: Number(durata) }),
    importo: leggiImporto(testoDi(busta.corpo, 'amount')),
    ...opzionale(busta.corpo, 'dueDate', 'scadenza'),
    ...opzionale(busta.corpo, 'paymentNote', 'nota'),
    ...opzionale(busta.corpo, 'touchPoint', 'touchPoint'),
  };
}

export function buildActivatePaymentNoticeRes(risposta: ActivatePaymentNoticeRes, versione: Versione): string {
  const dati =
    risposta.esito === 'KO'
      ? []
      : [
          campo('totalAmount', scriviImporto(risposta.importo)),
          campo('paymentDescription', risposta.descrizione),
          campo('fiscalCodePA', risposta.dominio),
          campo('companyName', risposta.ente),
          campo('officeName', risposta.ufficio),
          campo('paymentToken', risposta.token),
          scriviTrasferimenti(risposta.trasferimenti, versione, 'psp'),
          scriviMetadati(versione === 2 ? risposta.metadati : undefined),
          campo('creditorReferenceId', risposta.iuv),
          scriviStandIn('standin', risposta),
        ];
  return bustaPsp(NOMI[versione].risposta, [...campiRisposta(risposta), ...dati]);
}

/** @throws XmlRifiutato */
export function parseActivatePaymentNoticeRes(xml: Uint8Array | string, versione: Versione): ActivatePaymentNoticeRes {
  const { corpo } = attendi(xml, NOMI[versione].risposta);
  return leggiRisposta(corpo, () => {
    const [importo, token, iuv] = ['totalAmount', 'paymentToken', 'creditorReferenceId'].map((nome) =>
      testoSe(corpo, nome),
    );
    if (importo === undefined || token === undefined || iuv === undefined) {
      throw new XmlRifiutato('busta', `${corpo.nome}: OK without amount, token or creditor reference`);
    }
    return {
      importo: leggiImporto(importo),
      ...opzionale(corpo, 'paymentDescription', 'descrizione'),
      ...opzionale(corpo, 'fiscalCodePA', 'dominio'),
      ...opzionale(corpo, 'companyName', 'ente'),
      ...opzionale(corpo, 'officeName', 'ufficio'),
      token,
      trasferimenti: leggiTrasferimenti(corpo),
      ...leggiMetadati(corpo),
      iuv,
      ...leggiStandIn(corpo, 'standin'),
    };
  });
}
