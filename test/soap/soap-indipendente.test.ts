import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClientAsync } from 'soap';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import { parseRt } from '../../src/pagopa/rpt/parse-rt.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { ufficialiPresenti } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, finche, rptNuova, SEGRETO, stazione } from '../simulatore/banco.ts';
import { rtDi as rtDelPsp } from '../simulatore/primitive-primo-modello.ts';
import { avviaEnteIndipendente, DOMINIO, type EnteIndipendente, type Letto } from './ente-indipendente.ts';
import { type FonteWsdl, wsdlServiti, wsdlUfficiali } from './fonti-wsdl.ts';
import { avviaPspIndipendente, type PspIndipendente } from './psp-indipendente.ts';

const CORPI = 'http://ws.pagamenti.telematici.gov/ppthead';
const stazioneSola = {
  identificativoIntermediarioPA: DOMINIO,
  identificativoStazioneIntermediarioPA: `${DOMINIO}_01`,
};
const WISP = {
  identificativoPSP: 'AGID_01',
  identificativoIntermediarioPSP: '97735020584',
  identificativoCanale: '97735020584_02',
};
const psp = {
  idPSP: 'SIMTAB06',
  idBrokerPSP: '99999900060',
  idChannel: '99999900060_SPORTELLO',
  password: 'simulazione',
};
/** The same PSP as the first model names it. */
const CHI_PAGA = {
  identificativoPSP: psp.idPSP,
  identificativoIntermediarioPSP: psp.idBrokerPSP,
  identificativoCanale: psp.idChannel,
};
const dettagli = {
  paymentMethod: 'cash',
  fee: '2.00',
  payer: {
    uniqueIdentifier: { entityUniqueIdentifierType: 'F', entityUniqueIdentifierValue: 'RSSMRA80A01H501U' },
    fullName: 'Niccolò D’Àngelo',
  },
  applicationDate: '2021-01-05',
  transferDate: '2021-01-06',
};

const FONTI: Readonly<Record<string, () => FonteWsdl | Promise<FonteWsdl>>> = {
  'the WSDLs that the node serves': wsdlServiti,
  ...(ufficialiPresenti && { 'the official WSDLs': wsdlUfficiali }),
};

/** A notice as a QR code tells it to a PSP of the first model. */
function codiceQr(iuv: string): string {
  const spazio = 'http://PuntoAccessoPSP.spcoop.gov.it/QrCode';
  return `<qrc:QrCode xmlns:qrc="${spazio}"><qrc:CF>${DOMINIO}</qrc:CF><qrc:AuxDigit>3</qrc:AuxDigit><qrc:CodIUV>${iuv}</qrc:CodIUV></qrc:QrCode>`;
}

/** A body as text: the library does not write elements of several namespaces in one another. */
function scritto(nome: string, campi: Readonly<Record<string, string>>): Letto {
  const figli = Object.entries(campi).map(([chiave, valore]) => `<${chiave}>${valore}</${chiave}>`);
  return { _xml: `<ppt:${nome} xmlns:ppt="http://ws.pagamenti.telematici.gov/">${figli.join('')}</ppt:${nome}>` };
}

/** The outcome of a primitive of the first model, which stands in an element of the same name or straight in the answer. */
function esitoDi(risposta: Letto): unknown {
  const [prima] = Object.values(risposta);
  return risposta['esito'] ?? (prima as Letto | undefined)?.['esito'];
}

/** A client and servers that share no code with ours, made by npm's `soap`. */
describe.each(Object.keys(FONTI))('an independent SOAP library, by %s', (quali) => {
  let wsdl: FonteWsdl;
  let ente: EnteIndipendente;
  let pspCheAscolta: PspIndipendente;
  beforeAll(async () => {
    wsdl = await (FONTI[quali] ?? wsdlServiti)();
    ente = await avviaEnteIndipendente(wsdl);
    pspCheAscolta = await avviaPspIndipendente(wsdl);
  });
  afterAll(async () => {
    await ente.close();
    await pspCheAscolta.close();
    await wsdl.chiudi();
  });

  const banco = (come: object): Promise<Banco> =>
    avviaBanco({ attesaEsitoPspMs: 50, stazioni: [{ ...stazione('http://127.0.0.1:9'), urlRt: ente.urlRt, ...come }] });
  const client = (file: string, { url }: Banco): Promise<Client> =>
    createClientAsync(file, { endpoint: url + PERCORSO_NODO });
  async function chiama(di: Client, operazione: string, corpo: Letto, intestazione?: Letto): Promise<Letto> {
    di.clearSoapHeaders();
    if (intestazione !== undefined) di.addSoapHeader(intestazione, '', 'ppthead', CORPI);
    const metodo = (di as unknown as Record<string, (corpo: Letto) => Promise<[Letto]>>)[`${operazione}Async`];
    if (metodo === undefined) throw new Error(`no ${operazione} in the WSDL`);
    const [risposta] = await metodo.call(di, corpo);
    return risposta;
  }
  const ricevute = (operazione: string): readonly Letto[] =>
    ente.chiamate.filter((una) => una.operazione === operazione).map(({ letto }) => letto);
  const rtDi = (ccp: string) =>
    ricevute('paaInviaRT')
      .map(({ rt }) => parseRt(Buffer.from(String(rt), 'base64')))
      .filter((rt) => rt.ccp === ccp);

  it('sends a cart, has it paid, asks for its state, its pending list and its RT, and gets the RT', async () => {
    const nodo = await banco({});
    const di = await client(wsdl.di('NodoPerPa'), nodo);
    const rpt = { ...rptNuova(60_001n), ccp: 'CCP-INDIPENDENTE-1' };
    const chiave = {
      identificativoDominio: DOMINIO,
      identificativoUnivocoVersamento: rpt.iuv,
      codiceContestoPagamento: rpt.ccp,
    };
    const lista = { elementoListaRPT: [{ ...chiave, rpt: Buffer.from(buildRpt(rpt)).toString('base64') }] };
    const inviata = await chiama(
      di,
      'nodoInviaCarrelloRPT',
      { password: 'simulazione', ...WISP, listaRPT: lista },
      { 'ppthead:intestazioneCarrelloPPT': { ...stazioneSola, identificativoCarrello: 'CARRELLO-INDIPENDENTE' } },
    );
    expect(inviata).toMatchObject({ esitoComplessivoOperazione: 'OK' });
    const domanda = { ...stazioneSola, password: 'simulazione', ...chiave };
    expect(await chiama(di, 'nodoChiediStatoRPT', domanda)).toMatchObject({
      esito: { stato: 'RPT_PARCHEGGIATA_NODO' },
    });
    const pendenti = { ...stazioneSola, password: 'simulazione', identificativoDominio: DOMINIO, dimensioneLista: 10 };
    expect(await chiama(di, 'nodoChiediListaPendentiRPT', pendenti)).toMatchObject({
      listaRPTPendenti: { totRestituiti: 1 },
    });
    const idSession = new URL(String(inviata['url'])).searchParams.get('idSession') ?? '';
    await fetch(`${nodo.url}/api/pagamenti/${idSession}/paga`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    await finche(() => rtDi(rpt.ccp).length === 1, 'the RT');
    expect(rtDi(rpt.ccp)[0]).toMatchObject({ esito: '0', importoTotale: 33800, iuv: rpt.iuv });
    const stato = async () => (await chiama(di, 'nodoChiediStatoRPT', domanda))['esito'] as Letto;
    await finche(async () => (await stato())['stato'] === 'RT_ACCETTATA_PA', 'the RT accepted');
    const copia = await chiama(di, 'nodoChiediCopiaRT', domanda);
    expect(parseRt(Buffer.from(String(copia['rt']), 'base64'))).toEqual(rtDi(rpt.ccp)[0]);
    await nodo.close();
  });

  it.each([
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 1],
  ] as const)('pays a notice as PSP V%d to a creditor V%d', async (versione, versioneAvvisi) => {
    const nodo = await banco({ urlAvvisi: ente.urlAvvisi, versioneAvvisi });
    const di = await client(wsdl.di('nodeForPsp'), nodo);
    const v = versione === 2 ? 'V2' : '';
    const qrCode = { fiscalCode: DOMINIO, noticeNumber: `3010000000000${versione}${versioneAvvisi}123` };
    expect(await chiama(di, 'verifyPaymentNotice', { ...psp, qrCode })).toMatchObject({
      outcome: 'OK',
      paymentDescription: 'Contributi 4/2020 – à è ì €',
      companyName: 'Ente indipendente',
    });
    const attivata = await chiama(di, `activatePaymentNotice${v}`, {
      ...psp,
      qrCode,
      amount: '338.00',
      dueDate: '2021-01-11',
    });
    expect(attivata).toMatchObject({ outcome: 'OK', creditorReferenceId: qrCode.noticeNumber.slice(1) });
    const token = String(attivata['paymentToken']);
    const tokens = versione === 2 ? { paymentTokens: { paymentToken: [token] } } : { paymentToken: token };
    const detto = { ...psp, ...tokens, outcome: 'OK', details: dettagli };
    expect(await chiama(di, `sendPaymentOutcome${v}`, detto)).toMatchObject({ outcome: 'OK' });
    const sue = () =>
      ricevute(versioneAvvisi === 2 ? 'paSendRTV2' : 'paSendRT')
        .map(({ receipt }) => receipt as Letto)
        .filter(({ receiptId }) => receiptId === token);
    await finche(() => sue().length === 1, 'the receipt');
    expect(sue()[0]).toMatchObject({
      outcome: 'OK',
      noticeNumber: qrCode.noticeNumber,
      payer: { fullName: 'Niccolò D’Àngelo' },
    });
    expect(await chiama(di, `sendPaymentOutcome${v}`, detto)).toMatchObject({
      outcome: 'KO',
      fault: { faultCode: 'PPT_ESITO_GIA_ACQUISITO' },
    });
    await nodo.close();
  });

  it('pays a notice of the first model: paaVerificaRPT, paaAttivaRPT, the RPT, the RT', async () => {
    const nodo = await banco({ urlAttivazione: ente.urlAttivazione });
    const perPsp = await client(wsdl.di('nodeForPsp'), nodo);
    const perEnte = await client(wsdl.di('NodoPerPa'), nodo);
    const esiti: Letto[] = [];
    ente.dopoAttivazione = (testa) => {
      const { identificativoUnivocoVersamento: iuv, codiceContestoPagamento: ccp } = testa as Record<string, string>;
      const rpt = { ...rptNuova(60_002n), iuv: iuv ?? '', ccp: ccp ?? '', tipoVersamento: 'PO' as const };
      const corpo = {
        password: 'simulazione',
        ...CHI_PAGA,
        tipoFirma: '',
        rpt: Buffer.from(buildRpt(rpt)).toString('base64'),
      };
      void chiama(perEnte, 'nodoInviaRPT', corpo, { 'ppthead:intestazionePPT': testa }).then((esito) =>
        esiti.push(esito),
      );
    };
    const qrCode = { fiscalCode: DOMINIO, noticeNumber: '301000000000099123' };
    expect(await chiama(perPsp, 'verifyPaymentNotice', { ...psp, qrCode })).toMatchObject({ outcome: 'OK' });
    const attivata = await chiama(perPsp, 'activatePaymentNotice', { ...psp, qrCode, amount: '338.00' });
    const token = String(attivata['paymentToken']);
    await finche(() => esiti.length === 1, 'the RPT');
    expect(esiti[0]).toMatchObject({ esito: 'OK', redirect: 0 });
    const detto = { ...psp, paymentToken: token, outcome: 'OK', details: dettagli };
    expect(await chiama(perPsp, 'sendPaymentOutcome', detto)).toMatchObject({ outcome: 'OK' });
    await finche(() => rtDi(token).length === 1, 'the RT');
    expect(rtDi(token)[0]).toMatchObject({ esito: '0', pagamenti: [{ iur: token }] });
    await nodo.close();
  });

  it('verifies, activates and pays at the counter as a PSP of the first model, with an RT of its own', async () => {
    const nodo = await banco({ urlAttivazione: ente.urlAttivazione });
    const perPsp = await client(wsdl.di('NodoPerPsp'), nodo);
    const iuv = '01000000000088123';
    const ccp = 'CCPINDIPENDENTE2';
    const chi = { ...CHI_PAGA, password: psp.password };
    const letto = { codificaInfrastrutturaPSP: 'QR-CODE', codiceIdRPT: codiceQr(iuv) };
    const diChi = { ...chi, codiceContestoPagamento: ccp };
    const verificata = await chiama(perPsp, 'nodoVerificaRPT', scritto('nodoVerificaRPT', { ...diChi, ...letto }));
    expect(esitoDi(verificata)).toBe('OK');
    ente.dopoAttivazione = () => undefined;
    const pagamento = {
      identificativoIntermediarioPSPPagamento: psp.idBrokerPSP,
      identificativoCanalePagamento: psp.idChannel,
    };
    const datiPagamentoPSP = '<importoSingoloVersamento>338.00</importoSingoloVersamento>';
    const corpo = scritto('nodoAttivaRPT', { ...diChi, ...pagamento, ...letto, datiPagamentoPSP });
    expect(esitoDi(await chiama(perPsp, 'nodoAttivaRPT', corpo))).toBe('OK');
    const rpt = { ...rptNuova(60_003n), iuv, ccp, tipoVersamento: 'PO' as const };
    const perEnte = await client(wsdl.di('NodoPerPa'), nodo);
    const chiave = {
      identificativoDominio: DOMINIO,
      identificativoUnivocoVersamento: iuv,
      codiceContestoPagamento: ccp,
    };
    const inviata = await chiama(
      perEnte,
      'nodoInviaRPT',
      { password: 'simulazione', ...CHI_PAGA, tipoFirma: '', rpt: Buffer.from(buildRpt(rpt)).toString('base64') },
      { 'ppthead:intestazionePPT': { ...stazioneSola, ...chiave } },
    );
    expect(inviata).toMatchObject({ esito: 'OK' });
    const sua = Buffer.from(buildRt(rtDelPsp(rpt))).toString('base64');
    const esito = await chiama(
      perPsp,
      'nodoInviaRT',
      scritto('nodoInviaRT', {
        identificativoIntermediarioPSP: psp.idBrokerPSP,
        identificativoCanale: psp.idChannel,
        password: psp.password,
        identificativoPSP: psp.idPSP,
        ...chiave,
        tipoFirma: '',
        forzaControlloSegno: '1',
        rt: sua,
      }),
    );
    expect(esitoDi(esito)).toBe('OK');
    await finche(() => rtDi(ccp).length === 1, 'the RT');
    expect(rtDi(ccp)[0]).toMatchObject({ esito: '0', importoTotale: 33800 });
    await nodo.close();
  });

  it('is called as a PSP that listens: a cart by card, another, an RPT, a notice and a cart of notices', async () => {
    const nodo = await banco({ urlAvvisi: ente.urlAvvisi });
    const { urlRpt: rpt, urlNotifiche: notifiche } = pspCheAscolta;
    nodo.simulatore.regole.aggiungi({ quando: { psp: 'SIMPON03' }, psp: { rpt, notifiche } });
    const invia = (percorso: string, corpo: object): Promise<Response> =>
      fetch(nodo.url + percorso, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(corpo),
      });
    const paga = (idSession: string, canale: string) => invia(`/api/pagamenti/${idSession}/paga`, { canale });
    const avvisi = async (...numeri: readonly string[]): Promise<string> => {
      const paymentNotices = numeri.map((noticeNumber) => ({
        noticeNumber,
        fiscalCode: DOMINIO,
        amount: 33800,
        companyName: 'Ente',
        description: 'Prova',
      }));
      const ritorno = 'http://ente.example/';
      const returnUrls = { returnOkUrl: ritorno, returnCancelUrl: ritorno, returnErrorUrl: ritorno };
      const aperto = await fetch(`${nodo.url}/checkout/ec/v1/carts?subscription-key=${SEGRETO}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ paymentNotices, returnUrls, emailNotice: 'persona@example.org' }),
      });
      return new URL(aperto.headers.get('Location') ?? '').searchParams.get('idSession') ?? '';
    };
    await paga((await nodo.carrello(2)).idSession, '99999900037_CARTE');
    await paga((await nodo.carrello()).idSession, '99999900037_CONTO');
    const diretta = rptNuova(60_004n);
    const perEnte = await client(wsdl.di('NodoPerPa'), nodo);
    const inviata = await chiama(
      perEnte,
      'nodoInviaRPT',
      {
        password: 'simulazione',
        identificativoPSP: 'SIMPON03',
        identificativoIntermediarioPSP: '99999900037',
        identificativoCanale: '99999900037_CONTO',
        tipoFirma: '',
        rpt: Buffer.from(buildRpt(diretta)).toString('base64'),
      },
      {
        'ppthead:intestazionePPT': {
          ...stazioneSola,
          identificativoDominio: DOMINIO,
          identificativoUnivocoVersamento: diretta.iuv,
          codiceContestoPagamento: diretta.ccp,
        },
      },
    );
    expect(inviata).toMatchObject({ esito: 'OK', redirect: 0 });
    await paga(await avvisi('301000000000066123'), '99999900037_CARTE');
    await paga(await avvisi('301000000000067123', '301000000000068123'), '99999900037_CONTO');
    expect(pspCheAscolta.chiamate.map(({ operazione }) => operazione)).toEqual([
      'pspInviaCarrelloRPTCarte',
      'pspInviaCarrelloRPT',
      'pspInviaRPT',
      'pspNotifyPayment',
      'pspNotifyPaymentV2',
    ]);
    expect(pspCheAscolta.chiamate.map(({ letto }) => letto)).toMatchObject([
      { modelloPagamento: '1', importoTotalePagato: '677.30', esitoTransazioneCarta: '00' },
      { modelloPagamento: '1' },
      { modelloPagamento: '0', identificativoDominio: DOMINIO },
      { debtAmount: '338.00', creditCardPayment: { fee: '1.30', totalAmount: '339.30' } },
      { totalAmount: '677.00', paymentList: { payment: [{ debtAmount: '338.00' }, { debtAmount: '338.00' }] } },
    ]);
    await nodo.close();
  });

  it('is told no in the words of its WSDL', async () => {
    const nodo = await banco({ urlAvvisi: ente.urlAvvisi });
    const di = await client(wsdl.di('nodeForPsp'), nodo);
    const qrCode = { fiscalCode: '10000000000', noticeNumber: '301000000000099123' };
    expect(await chiama(di, 'verifyPaymentNotice', { ...psp, qrCode })).toMatchObject({
      outcome: 'KO',
      fault: { faultCode: 'PPT_DOMINIO_SCONOSCIUTO', id: 'NodoDeiPagamentiSPC' },
    });
    await nodo.close();
  });
});
