import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  buildPaGetPaymentRes,
  type DatiPagamentoAvviso,
  type PaGetPayment,
  readPaGetPayment,
} from '../../src/pagopa/avvisi/pa-get-payment.ts';
import { buildPaSendRtRes, readPaSendRt, type RicevutaAvviso } from '../../src/pagopa/avvisi/pa-send-rt.ts';
import {
  buildPaVerifyPaymentNoticeRes,
  readPaVerifyPaymentNotice,
} from '../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import { type CodiceFaultPaa, faultPaa } from '../../src/pagopa/faults.ts';
import { buildCausale } from '../../src/pagopa/identificativi/causale.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import {
  buildPaaAttivazioneRisposta,
  readPaaAttivaRpt,
  readPaaVerificaRpt,
} from '../../src/pagopa/operazioni/paa-attivazione.ts';
import { type Busta, leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { rpt } from '../pagopa/esempi.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';

const DOMINIO = '80078750587';
const IBAN = 'IT60X0542811101000000123456';

/** A creditor of notices: each is payable until the test says with which fault it answers. */
export interface EnteAvvisi {
  readonly url: string;
  /** A new payable notice of 338,00 euro. */
  nuovo(): { readonly avviso: string; readonly iuv: string };
  readonly rifiuti: Map<string, CodiceFaultPaa>;
  readonly ricevute: RicevutaAvviso[];
  readonly richieste: PaGetPayment[];
  /** Called after answering paaAttivaRPT: the creditor of the first model then sends its RPT. */
  dopoAttivazione: (chiave: {
    readonly iuv: string;
    readonly ccp: string;
    readonly psp: string;
    readonly canale: string;
  }) => void;
  /** What to answer instead, for the next calls. */
  readonly prossime: string[];
  close(): Promise<void>;
}

export async function avviaEnteAvvisi(): Promise<EnteAvvisi> {
  let numero = 0;
  const server = createServer((req, res) => {
    void leggiTutto(req).then((corpo) => {
      const riserva = ente.prossime.shift();
      if (riserva === 'cade') {
        res.destroy();
        return;
      }
      validaUfficiale(corpo);
      const risposta = riserva ?? rispondi(ente, leggiBusta(corpo));
      if (riserva === undefined) validaUfficiale(risposta);
      res.setHeader('Content-Type', 'text/xml; charset=utf-8');
      res.end(risposta);
    });
  });
  await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
  const ente: EnteAvvisi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nuovo() {
      numero += 1;
      const { codiceAvviso, iuv } = buildCodiceAvviso({
        auxDigit: '3',
        codiceSegregazione: '01',
        progressivo: BigInt(numero),
      });
      return { avviso: codiceAvviso, iuv };
    },
    rifiuti: new Map(),
    ricevute: [],
    richieste: [],
    dopoAttivazione: () => undefined,
    prossime: [],
    close: () =>
      new Promise((fatto) => {
        server.close(() => fatto());
        server.closeAllConnections();
      }),
  };
  return ente;
}

function rispondi(ente: EnteAvvisi, busta: Busta): string {
  switch (busta.operazione) {
    case 'paVerifyPaymentNoticeReq': {
      const { qr } = readPaVerifyPaymentNotice(busta);
      const rifiuto = ente.rifiuti.get(qr.avviso);
      if (rifiuto !== undefined) {
        return buildPaVerifyPaymentNoticeRes({ esito: 'KO', fault: faultPaa(rifiuto, DOMINIO) });
      }
      return buildPaVerifyPaymentNoticeRes({
        esito: 'OK',
        importo: centesimi(33800),
        opzione: 'EQ',
        scadenza: '2021-01-11',
        soloPostale: false,
        descrizione: 'Contributi 4/2020',
        dominio: DOMINIO,
        ente: 'INPS (simulato)',
      });
    }
    case 'paGetPaymentReq':
    case 'paGetPaymentV2Request': {
      const richiesta = readPaGetPayment(busta);
      ente.richieste.push(richiesta);
      const rifiuto = ente.rifiuti.get(richiesta.qr.avviso);
      return rifiuto === undefined
        ? buildPaGetPaymentRes({ esito: 'OK', dati: datiDi(richiesta.qr.avviso) }, richiesta.versione)
        : buildPaGetPaymentRes({ esito: 'KO', fault: faultPaa(rifiuto, DOMINIO) }, richiesta.versione);
    }
    case 'paSendRTReq':
    case 'paSendRTV2Request': {
      const { ricevuta, versione } = readPaSendRt(busta);
      const nota = ente.ricevute.some(({ idRicevuta }) => idRicevuta === ricevuta.idRicevuta);
      ente.ricevute.push(ricevuta);
      return buildPaSendRtRes(
        nota ? { esito: 'KO', fault: faultPaa('PAA_RECEIPT_DUPLICATA', DOMINIO) } : { esito: 'OK' },
        versione,
      );
    }
    default:
      return rispondiPrimoModello(ente, busta);
  }
}

function rispondiPrimoModello(ente: EnteAvvisi, busta: Busta): string {
  const verifica = busta.operazione === 'paaVerificaRPT';
  const { intestazione } = verifica ? readPaaVerificaRpt(busta) : readPaaAttivaRpt(busta);
  const operazione = verifica ? 'paaVerificaRPT' : 'paaAttivaRPT';
  const rifiuto = ente.rifiuti.get(`3${intestazione.iuv}`);
  if (rifiuto !== undefined) {
    return buildPaaAttivazioneRisposta(operazione, { esito: 'KO', fault: faultPaa(rifiuto, DOMINIO) });
  }
  if (!verifica) {
    const { psp, canale } = readPaaAttivaRpt(busta);
    setTimeout(() => ente.dopoAttivazione({ ...intestazione, psp, canale }), 10);
  }
  return buildPaaAttivazioneRisposta(operazione, {
    esito: 'OK',
    dati: {
      importo: centesimi(33800),
      iban: IBAN,
      ente: rpt.ente,
      causale: buildCausale({ iuv: intestazione.iuv, importo: centesimi(33800), testo: 'contributi 4/2020' }),
    },
  });
}

function datiDi(avviso: string): DatiPagamentoAvviso {
  const iuv = avviso.slice(1);
  return {
    iuv,
    importo: centesimi(33800),
    scadenza: '2021-01-11',
    descrizione: 'Contributi 4/2020',
    ente: 'INPS (simulato)',
    debitore: rpt.pagatore,
    trasferimenti: [
      {
        id: 1,
        importo: centesimi(33800),
        dominio: DOMINIO,
        iban: IBAN,
        causale: `/RFB/${iuv}/338.00`,
        categoria: '9/0301109AP/',
      },
    ],
  };
}

async function leggiTutto(req: IncomingMessage): Promise<string> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of req) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi).toString();
}
