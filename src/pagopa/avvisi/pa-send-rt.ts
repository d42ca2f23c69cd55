import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Soggetto } from '../rpt/soggetto.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi, necessario } from '../soap/corpo.ts';
import { type Elemento, opzionale, testoDi, testoSe, trova } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { bustaEnte, campiRisposta, leggiRisposta, type Risposta, type Versione } from './corpo-avvisi.ts';
import { leggiMetadati, type Metadati, scriviMetadati } from './metadati.ts';
import { campiStazionePa, leggiStazionePa, type StazionePa } from './richiesta-ente.ts';
import { leggiSoggettoAvviso, scriviSoggettoAvviso } from './soggetto-avviso.ts';
import { leggiStandIn, scriviStandIn } from './stand-in.ts';
import { leggiTrasferimenti, scriviTrasferimenti, type Trasferimento } from './trasferimento.ts';

/** The receipt of a notice's payment: its being there is the payment (SANP 3.0). Amounts in cents. */
export interface RicevutaAvviso {
  /** The payment token; receipts are idempotent on it, and it is the IUR of the flows. */
  readonly idRicevuta: string;
  readonly avviso: string;
  readonly dominio: string;
  readonly esito: 'OK' | 'KO';
  readonly iuv: string;
  readonly importo: Centesimi;
  readonly descrizione: string;
  readonly ente: string;
  readonly ufficio?: string;
  readonly debitore: Soggetto;
  readonly trasferimenti: readonly Trasferimento[];
  readonly idPsp: string;
  readonly pspCodiceFiscale?: string;
  readonly pspPartitaIva?: string;
  readonly psp: string;
  readonly canale: string;
  readonly descrizioneCanale: string;
  readonly versante?: Soggetto;
  /** cash, creditCard, bancomat, other. */
  readonly metodo?: string;
  /** V2 only. */
  readonly nota?: string;
  readonly commissione?: Centesimi;
  /** V2 only. */
  readonly commissioneEnte?: Centesimi;
  readonly dataOra?: string;
  readonly dataApplicazione?: string;
  readonly dataTrasferimento?: string;
  readonly metadati?: Metadati;
  /** Paid while the creditor did not answer, with what the archive of notices knew. */
  readonly standIn?: boolean;
}

export interface PaSendRt {
  readonly versione: Versione;
  readonly stazione: StazionePa;
  readonly ricevuta: RicevutaAvviso;
}

export type PaSendRtRes = Risposta<object>;

const NOMI = {
  1: { richiesta: 'paSendRTReq', risposta: 'paSendRTRes' },
  2: { richiesta: 'paSendRTV2Request', risposta: 'paSendRTV2Response' },
} as const;

export function buildPaSendRt(richiesta: PaSendRt): string {
  return bustaEnte(NOMI[richiesta.versione].richiesta, [
    ...campiStazionePa(richiesta.stazione),
    elemento('receipt', campiRicevuta(richiesta.ricevuta, richiesta.versione)),
  ]);
}

export function readPaSendRt(busta: Busta): PaSendRt {
  return {
    versione: busta.operazione === NOMI[2].richiesta ? 2 : 1,
    stazione: leggiStazionePa(busta.corpo),
    ricevuta: leggiRicevuta(necessario(busta.corpo, 'receipt')),
  };
}

export function buildPaSendRtRes(risposta: PaSendRtRes, versione: Versione): string {
  return bustaEnte(NOMI[versione].risposta, campiRisposta(risposta));
}

/** @throws XmlRifiutato */
export function parsePaSendRtRes(xml: Uint8Array | string, versione: Versione): PaSendRtRes {
  return leggiRisposta(attendi(xml, NOMI[versione].risposta).corpo, () => ({}));
}

function campiRicevuta(ricevuta: RicevutaAvviso, versione: Versione): readonly Xml[] {
  const euro = (importo: Centesimi | undefined) => (importo === undefined ? undefined : scriviImporto(importo));
  const soloV2 = <T>(valore: T | undefined): T | undefined => (versione === 2 ? valore : undefined);
  return [
    campo('receiptId', ricevuta.idRicevuta),
    campo('noticeNumber', ricevuta.avviso),
    campo('fiscalCode', ricevuta.dominio),
    campo('outcome', ricevuta.esito),
    campo('creditorReferenceId', ricevuta.iuv),
    campo('paymentAmount', scriviImporto(ricevuta.importo)),
    campo('description', ricevuta.descrizione),
    campo('companyName', ricevuta.ente),
    campo('officeName', ricevuta.ufficio),
    scriviSoggettoAvviso('debtor', ricevuta.debitore),
    scriviTrasferimenti(ricevuta.trasferimenti, versione, 'ricevuta'),
    campo('idPSP', ricevuta.idPsp),
    campo('pspFiscalCode', ricevuta.pspCodiceFiscale),
    campo('pspPartitaIVA', ricevuta.pspPartitaIva),
    campo('PSPCompanyName', ricevuta.psp),
    campo('idChannel', ricevuta.canale),
    campo('channelDescription', ricevuta.descrizioneCanale),
    elementoSe(ricevuta.versante, (versante) => scriviSoggettoAvviso('payer', versante)),
    campo('paymentMethod', ricevuta.metodo),
    campo('paymentNote', soloV2(ricevuta.nota)),
    campo('fee', euro(ricevuta.commissione)),
    campo('primaryCiIncurredFee', soloV2(euro(ricevuta.commissioneEnte))),
    campo('paymentDateTime', ricevuta.dataOra),
    campo('applicationDate', ricevuta.dataApplicazione),
    campo('transferDate', ricevuta.dataTrasferimento),
    scriviMetadati(ricevuta.metadati),
    scriviStandIn('standIn', ricevuta),
  ];
}

function leggiRicevuta(ricevuta: Elemento): RicevutaAvviso {
  const versante = trova(ricevuta, 'payer');
  return {
    idRicevuta: testoDi(ricevuta, 'receiptId'),
    avviso: testoDi(ricevuta, 'noticeNumber'),
    dominio: testoDi(ricevuta, 'fiscalCode'),
    esito: testoDi(ricevuta, 'outcome') === 'OK' ? 'OK' : 'KO',
    iuv: testoDi(ricevuta, 'creditorReferenceId'),
    importo: leggiImporto(testoDi(ricevuta, 'paymentAmount')),
    descrizione: testoDi(ricevuta, 'description'),
    ente: testoDi(ricevuta, 'companyName'),
    ...opzionale(ricevuta, 'officeName', 'ufficio'),
    debitore: leggiSoggettoAvviso(necessario(ricevuta, 'debtor')),
    trasferimenti: leggiTrasferimenti(ricevuta),
    idPsp: testoDi(ricevuta, 'idPSP'),
    ...opzionale(ricevuta, 'pspFiscalCode', 'pspCodiceFiscale'),
    ...opzionale(ricevuta, 'pspPartitaIVA', 'pspPartitaIva'),
    psp: testoDi(ricevuta, 'PSPCompanyName'),
    canale: testoDi(ricevuta, 'idChannel'),
    descrizioneCanale: testoDi(ricevuta, 'channelDescription'),
    ...(versante !== undefined && { versante: leggiSoggettoAvviso(versante) }),
    ...opzionale(ricevuta, 'paymentMethod', 'metodo'),
    ...opzionale(ricevuta, 'paymentNote', 'nota'),
    ...importoSe(ricevuta, 'fee', 'commissione'),
    ...importoSe(ricevuta, 'primaryCiIncurredFee', 'commissioneEnte'),
    ...opzionale(ricevuta, 'paymentDateTime', 'dataOra'),
    ...opzionale(ricevuta, 'applicationDate', 'dataApplicazione'),
    ...opzionale(ricevuta, 'transferDate', 'dataTrasferimento'),
    ...leggiMetadati(ricevuta),
    ...leggiStandIn(ricevuta, 'standIn'),
  };
}

function importoSe<K extends string>(padre: Elemento, nome: string, chiave: K): Partial<Record<K, Centesimi>> {
  const testo = testoSe(padre, nome);
  return testo === undefined ? {} : ({ [chiave]: leggiImporto(testo) } as Partial<Record<K, Centesimi>>);
}
