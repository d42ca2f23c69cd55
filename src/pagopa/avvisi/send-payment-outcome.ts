import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Soggetto } from '../rpt/soggetto.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi } from '../soap/corpo.ts';
import { type Elemento, opzionale, testoDi, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { bustaPsp, campiRisposta, leggiRisposta, type Risposta, type Versione } from './corpo-avvisi.ts';
import { campiPsp, leggiPsp, type PspConPassword } from './psp.ts';
import { leggiSoggettoAvviso, scriviSoggettoAvviso } from './soggetto-avviso.ts';

export type MetodoPagamento = 'cash' | 'creditCard' | 'bancomat' | 'other';

/** How the money was taken; goes with an outcome OK. */
export interface DettagliEsito {
  readonly metodo: MetodoPagamento;
  /** frontOffice, atm, onLine, app, other. */
  readonly canale?: string;
  readonly commissione: Centesimi;
  readonly versante?: Soggetto;
  readonly dataApplicazione: string;
  readonly dataTrasferimento: string;
}

/** A PSP says how the payment of its tokens ended: one token, or up to five in V2. */
export interface SendPaymentOutcome {
  readonly versione: Versione;
  readonly psp: PspConPassword;
  readonly chiaveIdempotenza?: string;
  readonly token: readonly string[];
  readonly esito: 'OK' | 'KO';
  readonly dettagli?: DettagliEsito;
}

export type SendPaymentOutcomeRes = Risposta<object>;

const NOMI = {
  1: { richiesta: 'sendPaymentOutcomeReq', risposta: 'sendPaymentOutcomeRes' },
  2: { richiesta: 'sendPaymentOutcomeV2Request', risposta: 'sendPaymentOutcomeV2Response' },
} as const;

export function buildSendPaymentOutcome(richiesta: SendPaymentOutcome): string {
  const token = richiesta.token.map((uno) => campo('paymentToken', uno));
  return bustaPsp(NOMI[richiesta.versione].richiesta, [
    ...campiPsp(richiesta.psp),
    campo('idempotencyKey', richiesta.chiaveIdempotenza),
    ...(richiesta.versione === 2 ? [elemento('paymentTokens', token)] : token.slice(0, 1)),
    campo('outcome', richiesta.esito),
    elementoSe(richiesta.dettagli, scriviDettagli),
  ]);
}

export function readSendPaymentOutcome(busta: Busta): SendPaymentOutcome {
  const { corpo } = busta;
  const dettagli = trova(corpo, 'details');
  return {
    versione: busta.operazione === NOMI[2].richiesta ? 2 : 1,
    psp: leggiPsp(corpo),
    ...opzionale(corpo, 'idempotencyKey', 'chiaveIdempotenza'),
    token: tutti(trova(corpo, 'paymentTokens') ?? corpo, 'paymentToken').map((uno) => uno.testo),
    esito: testoDi(corpo, 'outcome') === 'OK' ? 'OK' : 'KO',
    ...(dettagli !== undefined && { dettagli: leggiDettagli(dettagli) }),
  };
}

export function buildSendPaymentOutcomeRes(risposta: SendPaymentOutcomeRes, versione: Versione): string {
  return bustaPsp(NOMI[versione].risposta, campiRisposta(risposta));
}

/** @throws XmlRifiutato */
export function parseSendPaymentOutcomeRes(xml: Uint8Array | string, versione: Versione): SendPaymentOutcomeRes {
  return leggiRisposta(attendi(xml, NOMI[versione].risposta).corpo, () => ({}));
}

function scriviDettagli(dettagli: DettagliEsito): Xml {
  return elemento('details', [
    campo('paymentMethod', dettagli.metodo),
    campo('paymentChannel', dettagli.canale),
    campo('fee', scriviImporto(dettagli.commissione)),
    elementoSe(dettagli.versante, (versante) => scriviSoggettoAvviso('payer', versante)),
    campo('applicationDate', dettagli.dataApplicazione),
    campo('transferDate', dettagli.dataTrasferimento),
  ]);
}

function leggiDettagli(dettagli: Elemento): DettagliEsito {
  const versante = trova(dettagli, 'payer');
  return {
    metodo: testoDi(dettagli, 'paymentMethod') as MetodoPagamento,
    ...opzionale(dettagli, 'paymentChannel', 'canale'),
    commissione: leggiImporto(testoDi(dettagli, 'fee')),
    ...(versante !== undefined && { versante: leggiSoggettoAvviso(versante) }),
    dataApplicazione: testoDi(dettagli, 'applicationDate').trim(),
    dataTrasferimento: testoDi(dettagli, 'transferDate').trim(),
  };
}
