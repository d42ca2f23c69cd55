import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCheckoutClient } from '../../src/pagopa/checkout/checkout-client.ts';
import { buildNodoAttivaRpt } from '../../src/pagopa/operazioni/nodo-attivazione.ts';
import { parseNodoInviaRptRisposta } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { parseNodoInviaRtRisposta } from '../../src/pagopa/operazioni/nodo-invia-rt.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import { PERCORSO_CHECKOUT } from '../../src/simulatore/server.ts';
import type { PspClient } from '../../src/simulatore/sportello/psp-client.ts';
import { type Banco, avviaBanco, DOMINIO, finche, SEGRETO, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { type EnteFinto, avviaEnteFinto } from './ente-finto.ts';
import { lettura, posta, rptAttivata, rtDi, soapRpt, soapRt, stazionePrimoModello } from './primitive-primo-modello.ts';
import {
  avviaPsp,
  type Chiamata,
  contraddetta,
  presa,
  type PspCheAscolta,
  type Replica,
  rifiutata,
} from './psp-che-ascolta.ts';
import { attiva, dettagli, molo, pspDi } from './psp-di-prova.ts';

const canali = {
  carta: '99999900037_CARTE',
  app: '99999900045_APP',
  paypal: '99999900052_APP',
  conto: '99999900037_CONTO',
};
const ritorni = {
  returnOkUrl: 'http://ente.example/ok',
  returnCancelUrl: 'http://ente.example/annullato',
  returnErrorUrl: 'http://ente.example/errore',
  returnWaitingUrl: 'http://ente.example/attesa',
};

let banco: Banco;
let ente: EnteAvvisi;
let primo: EnteFinto;
let psp: PspCheAscolta;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  primo = await avviaEnteFinto();
  psp = await avviaPsp();
  const avvisi = { ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 as const };
  banco = await avviaBanco({
    timeoutMs: 3_000,
    attesaEsitoPspMs: 3_000,
    stazioni: [avvisi, stazionePrimoModello(primo.url, ente.url)],
  });
});
afterEach(async () => {
  await banco.close();
  await psp.close();
  await ente.close();
  await primo.close();
});

const ascolta = (altro: object): void => {
  banco.simulatore.regole.aggiungi({ quando: { psp: 'SIM*' }, psp: altro });
};
const rispondi = (come: (operazione: string) => Replica): void => {
  psp.replica = ({ operazione }) => come(operazione);
};

/** A cart of Checkout paid without the pages: how it ended, and the page of the creditor that the browser goes to. */
async function paga(avvisi: readonly string[], canale: string) {
  const client = createCheckoutClient({
    url: `${banco.url}${PERCORSO_CHECKOUT}/v2`,
    chiave: SEGRETO,
    timeoutMs: 10_000,
  });
  const paymentNotices = avvisi.map((noticeNumber) => ({
    noticeNumber,
    fiscalCode: DOMINIO,
    amount: 33800,
    companyName: 'INPS (simulato)',
    description: 'Contributi 4/2020',
  }));
  const aperto = await client.inviaCarrello({ paymentNotices, returnUrls: ritorni });
  if (aperto.esito === 'KO') throw new Error(aperto.dettaglio);
  const idSession = new URL(aperto.url).searchParams.get('idSession') ?? '';
  const risposta = await fetch(`${banco.url}/api/pagamenti/${idSession}/paga`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ canale }),
  });
  const { esito, motivo, ritorno } = (await risposta.json()) as Record<string, string>;
  return { esito, motivo, dove: new URL(ritorno ?? '').pathname };
}

const chi = (canale: string, idPsp: string): Parameters<typeof pspDi>[1] => ({
  idPsp,
  intermediario: canale.slice(0, 11),
  canale,
  password: 'simulazione',
});
const tokenDi = ({ xml }: Chiamata): readonly string[] =>
  [...xml.matchAll(/<paymentToken>([^<]+)</g)].map(([, token]) => token ?? '');

/** The PSP takes what it is told, and says a moment later how it ended. */
function poi(client: PspClient, esito: 'OK' | 'KO'): void {
  psp.replica = (chiamata) => {
    setTimeout(() => {
      const detto = esito === 'OK' ? { dettagli: { ...dettagli, metodo: 'creditCard' as const } } : {};
      void client.esito({ token: tokenDi(chiamata), esito, ...detto });
    }, 20);
    return presa(chiamata.operazione);
  };
}

describe('a cart of Checkout paid through a PSP that listens', () => {
  it.each<[keyof typeof canali, string, string]>([
    ['carta', 'SIMPON03', 'creditCardPayment'],
    ['app', 'SIMBOR04', 'bancomatpayPayment'],
    ['paypal', 'SIMCOM05', 'paypalPayment'],
    ['conto', 'SIMPON03', 'additionalPaymentInformations'],
  ])('by %s: pspNotifyPayment, and the PSP’s outcome ends it', async (quale, id, elemento) => {
    ascolta({ notifiche: psp.url });
    poi(pspDi(banco.url, chi(canali[quale], id)), 'OK');
    const { avviso } = ente.nuovo();
    expect(await paga([avviso], canali[quale])).toEqual({ esito: 'OK', motivo: '0', dove: '/ok' });
    expect(psp.chiamate.map(({ operazione }) => operazione)).toEqual(['pspNotifyPayment']);
    expect(psp.chiamate[0]?.xml).toContain(`<${elemento}`);
    expect(psp.chiamate[0]?.xml).toContain('<debtAmount>338.00</debtAmount>');
    await finche(() => ente.ricevute.length === 1, 'the receipt');
    expect(ente.ricevute[0]).toMatchObject({ avviso, idPsp: id, metodo: 'creditCard' });
  });

  it('tells several notices at once with V2, whatever the PSP is said to speak', async () => {
    ascolta({ notifiche: psp.url, versione: '1' });
    poi(pspDi(banco.url, chi(canali.carta, 'SIMPON03'), 2), 'OK');
    const avvisi = [ente.nuovo().avviso, ente.nuovo().avviso];
    expect(await paga(avvisi, canali.carta)).toMatchObject({ esito: 'OK' });
    expect(psp.chiamate.map(({ operazione }) => operazione)).toEqual(['pspNotifyPaymentV2']);
    expect(psp.chiamate[0]?.xml).toMatch(/<totalAmount>677\.30<.*<key>rrn<\/key><value>\d{12}</);
    await finche(() => ente.ricevute.length === 2, 'the receipts');
  });

  it('speaks V2 of a single notice to a PSP of V2', async () => {
    ascolta({ notifiche: psp.url, versione: '2' });
    poi(pspDi(banco.url, chi(canali.conto, 'SIMPON03'), 2), 'OK');
    expect(await paga([ente.nuovo().avviso], canali.conto)).toMatchObject({ esito: 'OK' });
    expect(psp.chiamate.map(({ operazione }) => operazione)).toEqual(['pspNotifyPaymentV2']);
  });

  it('whose PSP says KO afterwards is not paid, and the notice is free', async () => {
    ascolta({ notifiche: psp.url });
    poi(pspDi(banco.url, chi(canali.carta, 'SIMPON03')), 'KO');
    const { avviso } = ente.nuovo();
    expect(await paga([avviso], canali.carta)).toEqual({ esito: 'ERROR', motivo: '25', dove: '/errore' });
    await attiva(avviso, pspDi(banco.url, molo));
  });

  it('whose PSP has not spoken yet is waited for elsewhere: a late OK still pays', async () => {
    ascolta({ notifiche: psp.url });
    const { avviso } = ente.nuovo();
    expect(await paga([avviso], canali.carta)).toEqual({ esito: 'DIFFERITO', motivo: '17', dove: '/attesa' });
    const client = pspDi(banco.url, chi(canali.carta, 'SIMPON03'));
    const token = tokenDi(psp.chiamate[0] as Chiamata);
    expect(await client.esito({ token, esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
    await finche(() => ente.ricevute.length === 1, 'the receipt');
  });

  it.each<[string, () => unknown, string]>([
    ['refuses', () => rispondi(rifiutata), '25 CANALE_RPT_RIFIUTATA'],
    ['is down', () => psp.close(), '1 PPT_CANALE_IRRAGGIUNGIBILE'],
  ])('whose PSP %s gives its notices back at once', async (_che, prepara, motivo) => {
    await prepara();
    ascolta({ notifiche: psp.url });
    const avvisi = [ente.nuovo().avviso, ente.nuovo().avviso];
    expect(await paga(avvisi, canali.carta)).toEqual({ esito: 'ERROR', motivo, dove: '/errore' });
    for (const avviso of avvisi) await attiva(avviso, pspDi(banco.url, molo));
  });

  it.each<[string, () => unknown, string]>([
    ['is silent', () => rispondi(() => 'tace'), 'PPT_CANALE_TIMEOUT'],
    ['drops the line', () => rispondi(() => 'cade'), 'PPT_CANALE_IRRAGGIUNGIBILE'],
    ['says yes and no', () => rispondi(contraddetta), 'PPT_CANALE_ERRORE_RESPONSE'],
    ['answers another message', () => rispondi(() => presa('pspInviaRPT')), 'PPT_CANALE_ERRORE_RESPONSE'],
  ])(
    'whose PSP %s may have been paid: its notice is nobody else’s until the PSP speaks',
    async (_che, prepara, fault) => {
      prepara();
      ascolta({ notifiche: psp.url });
      const { avviso } = ente.nuovo();
      expect(await paga([avviso], canali.carta)).toEqual({
        esito: 'DIFFERITO',
        motivo: `17 ${fault}`,
        dove: '/attesa',
      });
      await expect(attiva(avviso, pspDi(banco.url, molo))).rejects.toThrow('PPT_PAGAMENTO_IN_CORSO');
      const client = pspDi(banco.url, chi(canali.carta, 'SIMPON03'));
      expect(await client.esito({ token: tokenDi(psp.chiamate[0] as Chiamata), esito: 'OK', dettagli })).toEqual({
        esito: 'OK',
      });
    },
  );
});

describe('a PSP of the first model that listens', () => {
  /** Activates a notice, and sends the RPT as the creditor does. */
  async function attivata() {
    const letta = lettura(ente.nuovo().avviso, 'CCPASCOLTA1');
    await posta(banco.url, buildNodoAttivaRpt(letta));
    const rpt = rptAttivata(letta.codice.iuv, letta.ccp);
    return { rpt, risposta: parseNodoInviaRptRisposta(await posta(banco.url, soapRpt(rpt))) };
  }

  it('gets the RPT of the notice that it activated, and answers it with its RT', async () => {
    ascolta({ rpt: psp.url });
    const { rpt, risposta } = await attivata();
    expect(risposta).toEqual({ esito: 'OK' });
    const [{ operazione, xml }] = psp.chiamate as [Chiamata];
    expect(operazione).toBe('pspInviaRPT');
    expect(xml).toContain('<modelloPagamento>4</modelloPagamento>');
    expect(parseRpt(Buffer.from(/<rpt>([^<]+)/.exec(xml)?.[1] ?? '', 'base64'))).toEqual(rpt);
    expect(parseNodoInviaRtRisposta(await posta(banco.url, soapRt(rtDi(rpt))))).toEqual({ esito: 'OK' });
    await finche(() => primo.ricevute.length === 1, 'the RT');
  });

  it.each<[string, () => unknown, string]>([
    ['refuses', () => rispondi(rifiutata), 'PPT_CANALE_ERRORE'],
    ['is down', () => psp.close(), 'PPT_CANALE_IRRAGGIUNGIBILE'],
    ['is silent', () => rispondi(() => 'tace'), 'PPT_CANALE_TIMEOUT'],
    ['says yes and no', () => rispondi(contraddetta), 'PPT_CANALE_ERRORE_RESPONSE'],
  ])('and that %s: the creditor is told', async (_che, prepara, fault) => {
    await prepara();
    ascolta({ rpt: psp.url });
    const { risposta } = await attivata();
    expect(risposta).toMatchObject({ esito: 'KO', fault: { faultCode: fault } });
  });

  it('is not called for a notice taken with activatePaymentNotice', async () => {
    ascolta({ rpt: psp.url });
    const { avviso } = ente.nuovo();
    const qr = { dominio: lettura(avviso, 'x').codice.ente, avviso };
    const attivato = await pspDi(banco.url, molo).attiva({ qr, importo: rtDi(rptAttivata('1', '1')).importoTotale });
    if (attivato.esito === 'KO') throw new Error(attivato.fault.faultCode);
    const rpt = rptAttivata(avviso.slice(1), attivato.token);
    expect(parseNodoInviaRptRisposta(await posta(banco.url, soapRpt(rpt)))).toEqual({ esito: 'OK' });
    expect(psp.chiamate).toEqual([]);
  });
});
