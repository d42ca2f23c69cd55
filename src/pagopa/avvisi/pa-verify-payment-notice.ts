import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { Busta } from '../soap/busta.ts';
import { attendi, necessario, testoNecessario } from '../soap/corpo.ts';
import { opzionale, testoDi } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';
import { bustaEnte, campiRisposta, leggiBooleano, leggiRisposta, type Risposta } from './corpo-avvisi.ts';
import { campiRichiestaEnte, leggiRichiestaEnte, type RichiestaEnte } from './richiesta-ente.ts';

/** EQ exactly that amount, LS at most, GT at least, ANY any. */
export type OpzioneImporto = 'EQ' | 'LS' | 'GT' | 'ANY';

/** What the creditor says of a payable notice. */
export interface EsitoVerifica {
  readonly importo: Centesimi;
  readonly opzione: OpzioneImporto;
  /** `2021-01-11` */
  readonly scadenza?: string;
  readonly dettaglio?: string;
  /** True when every account to be credited is postal. */
  readonly soloPostale: boolean;
  readonly descrizione: string;
  readonly dominio: string;
  readonly ente: string;
  readonly ufficio?: string;
}

export type PaVerifyPaymentNoticeRes = Risposta<EsitoVerifica>;

export function buildPaVerifyPaymentNotice(richiesta: RichiestaEnte): string {
  return bustaEnte('paVerifyPaymentNoticeReq', campiRichiestaEnte(richiesta));
}

export function readPaVerifyPaymentNotice(busta: Busta): RichiestaEnte {
  return leggiRichiestaEnte(busta.corpo);
}

export function buildPaVerifyPaymentNoticeRes(risposta: PaVerifyPaymentNoticeRes): string {
  const dati = risposta.esito === 'OK' ? campiVerifica(risposta) : [];
  return bustaEnte('paVerifyPaymentNoticeRes', [...campiRisposta(risposta), ...dati]);
}

/** @throws XmlRifiutato */
export function parsePaVerifyPaymentNoticeRes(xml: Uint8Array | string): PaVerifyPaymentNoticeRes {
  const { corpo } = attendi(xml, 'paVerifyPaymentNoticeRes');
  return leggiRisposta(corpo, () => {
    const opzione = necessario(necessario(corpo, 'paymentList'), 'paymentOptionDescription');
    return {
      importo: leggiImporto(testoDi(opzione, 'amount')),
      opzione: testoDi(opzione, 'options') as OpzioneImporto,
      ...opzionale(opzione, 'dueDate', 'scadenza'),
      ...opzionale(opzione, 'detailDescription', 'dettaglio'),
      soloPostale: leggiBooleano(testoDi(opzione, 'allCCP')),
      descrizione: testoNecessario(corpo, 'paymentDescription'),
      dominio: testoNecessario(corpo, 'fiscalCodePA'),
      ente: testoNecessario(corpo, 'companyName'),
      ...opzionale(corpo, 'officeName', 'ufficio'),
    };
  });
}

function campiVerifica(verifica: EsitoVerifica): readonly Xml[] {
  return [
    elemento('paymentList', [
      elemento('paymentOptionDescription', [
        campo('amount', scriviImporto(verifica.importo)),
        campo('options', verifica.opzione),
        campo('dueDate', verifica.scadenza),
        campo('detailDescription', verifica.dettaglio),
        campo('allCCP', verifica.soloPostale),
      ]),
    ]),
    campo('paymentDescription', verifica.descrizione),
    campo('fiscalCodePA', verifica.dominio),
    campo('companyName', verifica.ente),
    campo('officeName', verifica.ufficio),
  ];
}
