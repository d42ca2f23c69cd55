import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Soggetto } from '../rpt/soggetto.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi, necessario } from '../soap/corpo.ts';
import { type Elemento, opzionale, testoDi, testoSe } from '../xml/albero.ts';
import { campo, type Xml } from '../xml/scrittura.ts';
import {
  bustaEnte,
  campiRisposta,
  leggiBooleano,
  leggiRisposta,
  type Risposta,
  type Versione,
} from './corpo-avvisi.ts';
import { elemento } from '../xml/scrittura.ts';
import { leggiMetadati, type Metadati, scriviMetadati } from './metadati.ts';
import { campiRichiestaEnte, leggiRichiestaEnte, type RichiestaEnte } from './richiesta-ente.ts';
import { leggiSoggettoAvviso, scriviSoggettoAvviso } from './soggetto-avviso.ts';
import { leggiTrasferimenti, scriviTrasferimenti, type Trasferimento } from './trasferimento.ts';

/** paGetPayment or paGetPaymentV2: the node opens a payment of a notice. The creditor must not lock the position. */
export interface PaGetPayment extends RichiestaEnte {
  readonly versione: Versione;
  readonly importo?: Centesimi;
  /** Up to 210 characters; Checkout puts its idCart here. */
  readonly nota?: string;
  readonly tipoTrasferimento?: 'POSTAL' | 'PAGOPA';
  readonly scadenza?: string;
}

/** What the creditor gives to pay with. */
export interface DatiPagamentoAvviso {
  /** creditorReferenceId. */
  readonly iuv: string;
  readonly importo: Centesimi;
  readonly scadenza: string;
  readonly dataRitenzione?: string;
  readonly ultimoPagamento?: boolean;
  readonly descrizione: string;
  /** Mandatory in V2. */
  readonly ente?: string;
  readonly ufficio?: string;
  readonly debitore: Soggetto;
  readonly trasferimenti: readonly Trasferimento[];
  readonly metadati?: Metadati;
}

export type PaGetPaymentRes = Risposta<{ readonly dati: DatiPagamentoAvviso }>;

const NOMI = {
  1: { richiesta: 'paGetPaymentReq', risposta: 'paGetPaymentRes' },
  2: { richiesta: 'paGetPaymentV2Request', risposta: 'paGetPaymentV2Response' },
} as const;

export function buildPaGetPayment(richiesta: PaGetPayment): string {
  return bustaEnte(NOMI[richiesta.versione].richiesta, [
    ...campiRichiestaEnte(richiesta),
    campo('amount', richiesta.importo === undefined ? undefined : scriviImporto(richiesta.importo)),
    campo('paymentNote', richiesta.nota),
    campo('transferType', richiesta.tipoTrasferimento),
    campo('dueDate', richiesta.scadenza),
  ]);
}

export function readPaGetPayment(busta: Busta): PaGetPayment {
  const importo = testoSe(busta.corpo, 'amount');
  const tipo = testoSe(busta.corpo, 'transferType');
  return {
    versione: busta.operazione === NOMI[2].richiesta ? 2 : 1,
    ...leggiRichiestaEnte(busta.corpo),
    ...(importo !== undefined && { importo: leggiImporto(importo) }),
    ...opzionale(busta.corpo, 'paymentNote', 'nota'),
    ...(tipo !== undefined && { tipoTrasferimento: tipo === 'POSTAL' ? ('POSTAL' as const) : ('PAGOPA' as const) }),
    ...opzionale(busta.corpo, 'dueDate', 'scadenza'),
  };
}

export function buildPaGetPaymentRes(risposta: PaGetPaymentRes, versione: Versione): string {
  const dati = risposta.esito === 'OK' ? [elemento('data', campiDati(risposta.dati, versione))] : [];
  return bustaEnte(NOMI[versione].risposta, [...campiRisposta(risposta), ...dati]);
}

/** @throws XmlRifiutato */
export function parsePaGetPaymentRes(xml: Uint8Array | string, versione: Versione): PaGetPaymentRes {
  const { corpo } = attendi(xml, NOMI[versione].risposta);
  return leggiRisposta(corpo, () => ({ dati: leggiDati(necessario(corpo, 'data')) }));
}

function campiDati(dati: DatiPagamentoAvviso, versione: Versione): readonly Xml[] {
  return [
    campo('creditorReferenceId', dati.iuv),
    campo('paymentAmount', scriviImporto(dati.importo)),
    campo('dueDate', dati.scadenza),
    campo('retentionDate', dati.dataRitenzione),
    campo('lastPayment', dati.ultimoPagamento),
    campo('description', dati.descrizione),
    campo('companyName', dati.ente),
    campo('officeName', dati.ufficio),
    scriviSoggettoAvviso('debtor', dati.debitore),
    scriviTrasferimenti(dati.trasferimenti, versione, 'ente'),
    scriviMetadati(dati.metadati),
  ];
}

function leggiDati(dati: Elemento): DatiPagamentoAvviso {
  const ultimo = testoSe(dati, 'lastPayment');
  return {
    iuv: testoDi(dati, 'creditorReferenceId'),
    importo: leggiImporto(testoDi(dati, 'paymentAmount')),
    scadenza: testoDi(dati, 'dueDate').trim(),
    ...opzionale(dati, 'retentionDate', 'dataRitenzione'),
    ...(ultimo !== undefined && { ultimoPagamento: leggiBooleano(ultimo) }),
    descrizione: testoDi(dati, 'description'),
    ...opzionale(dati, 'companyName', 'ente'),
    ...opzionale(dati, 'officeName', 'ufficio'),
    debitore: leggiSoggettoAvviso(necessario(dati, 'debtor')),
    trasferimenti: leggiTrasferimenti(dati),
    ...leggiMetadati(dati),
  };
}
