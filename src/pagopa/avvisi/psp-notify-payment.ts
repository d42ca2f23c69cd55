import type { Centesimi } from '../../valori/denaro.ts';
import { scriviImporto } from '../importo.ts';
import { scriviBusta } from '../soap/busta.ts';
import { attendi } from '../soap/corpo.ts';
import { SPAZIO_NOTIFICHE_PSP } from '../soap/spazi.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';
import { leggiRisposta, type Risposta, type Versione } from './corpo-avvisi.ts';
import { type Metadati, scriviMetadati } from './metadati.ts';
import type { PspConPassword } from './psp.ts';
import { scriviStandIn } from './stand-in.ts';
import { scriviTrasferimenti, type Trasferimento } from './trasferimento.ts';

/** One notice that the PSP is to close with sendPaymentOutcome. */
export interface PagamentoNotificato {
  readonly token: string;
  readonly descrizione: string;
  readonly dominio: string;
  readonly ente: string;
  readonly ufficio?: string;
  readonly iuv: string;
  readonly importo: Centesimi;
  readonly trasferimenti: readonly Trasferimento[];
  readonly metadati?: Metadati;
  readonly standIn?: boolean;
}

/** How the person paid. */
export interface Transazione {
  /** 35 characters at most. */
  readonly id: string;
  /** What the person was charged, fee included. */
  readonly totale: Centesimi;
  readonly commissione: Centesimi;
  readonly dataOra: string;
  readonly come: 'carta' | 'bancomatpay' | 'paypal' | 'altro';
  readonly rrn: string;
  /** 6 characters at most. */
  readonly codiceAutorizzazione: string;
}

/** pspNotifyPayment: a person has paid on Checkout through this PSP. The first version bears one notice, V2 up to five. */
export interface PspNotifyPayment {
  readonly versione: Versione;
  readonly psp: Omit<PspConPassword, 'password'>;
  readonly transazione: Transazione;
  readonly pagamenti: readonly PagamentoNotificato[];
}

export type PspNotifyPaymentRes = Risposta<object>;

const NOMI = {
  1: { richiesta: 'pspNotifyPaymentReq', risposta: 'pspNotifyPaymentRes' },
  2: { richiesta: 'pspNotifyPaymentV2', risposta: 'pspNotifyPaymentV2Res' },
} as const;
const AUTORIZZATO = '00';

export function buildPspNotifyPayment(notifica: PspNotifyPayment): string {
  const figli = notifica.versione === 2 ? campiV2(notifica) : campiV1(notifica);
  const { idPsp, intermediario, canale } = notifica.psp;
  const chi = [campo('idPSP', idPsp), campo('idBrokerPSP', intermediario), campo('idChannel', canale)];
  return scriviBusta(elemento(`pfn:${NOMI[notifica.versione].richiesta}`, [...chi, ...figli]), undefined, {
    'xmlns:pfn': SPAZIO_NOTIFICHE_PSP,
  });
}

/** @throws XmlRifiutato */
export function parsePspNotifyPaymentRes(xml: Uint8Array | string, versione: Versione): PspNotifyPaymentRes {
  return leggiRisposta(attendi(xml, NOMI[versione].risposta).corpo, () => ({}));
}

function campiV1({ pagamenti, transazione }: PspNotifyPayment): readonly Xml[] {
  const [primo] = pagamenti;
  if (primo === undefined) throw new RangeError('pspNotifyPayment without a payment');
  return [...campiPagamento(primo, 1), campiMetodo(transazione, primo.metadati), scriviStandIn('standin', primo)];
}

function campiV2({ pagamenti, transazione }: PspNotifyPayment): readonly Xml[] {
  const lista = pagamenti.map((uno) =>
    elemento('payment', [...campiPagamento(uno, 2), scriviMetadati(uno.metadati), scriviStandIn('standin', uno)]),
  );
  return [
    campo('transactionId', transazione.id),
    campo('totalAmount', scriviImporto(transazione.totale)),
    campo('fee', scriviImporto(transazione.commissione)),
    campo('timestampOperation', transazione.dataOra),
    elemento('paymentList', lista),
    elemento('additionalPaymentInformations', [scriviMetadati(metadatiDi(transazione))]),
  ];
}

function campiPagamento(uno: PagamentoNotificato, versione: Versione): readonly Xml[] {
  return [
    campo('paymentToken', uno.token),
    campo('paymentDescription', uno.descrizione),
    campo('fiscalCodePA', uno.dominio),
    campo('companyName', uno.ente),
    campo('officeName', uno.ufficio),
    campo('creditorReferenceId', uno.iuv),
    campo('debtAmount', scriviImporto(uno.importo)),
    scriviTrasferimenti(uno.trasferimenti, versione, 'notifica'),
  ];
}

/** How it was paid, which the first version tells in an element of its own for each way. */
function campiMetodo(transazione: Transazione, metadati: Metadati | undefined): Xml {
  const { id, rrn, codiceAutorizzazione: codice } = transazione;
  const importi = [
    campo('totalAmount', scriviImporto(transazione.totale)),
    campo('fee', scriviImporto(transazione.commissione)),
    campo('timestampOperation', transazione.dataOra),
  ];
  const autorizzati = [campo('outcomePaymentGateway', AUTORIZZATO), ...importi, campo('authorizationCode', codice)];
  switch (transazione.come) {
    case 'carta':
      return elemento('creditCardPayment', [campo('rrn', rrn), ...autorizzati]);
    case 'bancomatpay':
      return elemento('bancomatpayPayment', [campo('transactionId', id), ...autorizzati]);
    case 'paypal':
      return elemento('paypalPayment', [campo('transactionId', id), campo('pspTransactionId', id), ...importi]);
    case 'altro':
      return elemento('additionalPaymentInformations', [scriviMetadati(metadati)]);
  }
}

/** V2 tells the same as pairs. */
function metadatiDi(transazione: Transazione): Metadati {
  const { come, rrn, codiceAutorizzazione } = transazione;
  const autorizzazione =
    come === 'carta' || come === 'bancomatpay'
      ? [
          ['outcomePaymentGateway', AUTORIZZATO],
          ['authorizationCode', codiceAutorizzazione],
        ]
      : [];
  const coppie = [
    ...autorizzazione,
    ...(come === 'carta' ? [['rrn', rrn]] : []),
    ['totalAmount', scriviImporto(transazione.totale)],
    ['fee', scriviImporto(transazione.commissione)],
    ['timestampOperation', transazione.dataOra],
  ];
  return coppie.map(([chiave = '', valore = '']) => ({ chiave, valore }));
}
