import { afterEach, describe, expect, it } from 'vitest';
import { parseFlussoRiversamento, flussoDellaCausale } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import { codiciDiUnaFetta } from '../../src/avvisi/lettura/lettore-codici.ts';
import { interpretaCodici } from '../../src/prospetti/lettura/index.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { attiva, pspDi } from '../simulatore/psp-di-prova.ts';
import { apriBanco, type Banco, testoDi } from './banco.ts';

/** Piano dei test per l'Ente Creditore 1.0 (June 2019): see docs/procedure.md for what each asks and what does not apply. */
let banco: Banco;
afterEach(() => banco.close());

const CARRELLO = ['nodoInviaCarrelloRPT', 'paaInviaRT'];

/** The outcome page, the receipts, and the paper copy that the person gets. */
async function attestazioni(): Promise<Record<string, Buffer>> {
  const elenco = await banco.io.get(percorsi.pagamenti);
  const [, ricevuta = ''] = /href="(\/pagamenti\/[\w-]{36}\/ricevuta)"/.exec(elenco.text) ?? [];
  const pdf = await banco.io.agent.get(`${ricevuta}.pdf`).buffer(true);
  expect([pdf.status, (pdf.body as Buffer).subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  return { 'ricevuta.pdf': pdf.body as Buffer };
}

describe('pagamento attivato presso l’EC', () => {
  it('EC-PEC-01 Pagamento con esito positivo mediante carta', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(2);
    const ritorno = await banco.torna(await alNodo.paga('carta'));
    expect(ritorno.esito).toBe('DIFFERITO');
    expect(ritorno.testo).toMatch(/preso in carico|ha mandato la ricevuta/);
    await banco.attendi('pagato', 2);
    const eventi = await banco.evidenze('EC-PEC-01', CARRELLO, {
      'esito.txt': ritorno.testo,
      ...(await attestazioni()),
    });
    const carrello = eventi.find(({ tipo }) => tipo === 'nodoInviaCarrelloRPT')?.messaggio ?? '';
    const rpt = [...carrello.matchAll(/<rpt>([^<]+)</g)].map(([, testo = '']) =>
      parseRpt(Buffer.from(testo, 'base64')),
    );
    expect(rpt.map(({ tipoVersamento }) => tipoVersamento)).toEqual(['BBT', 'BBT']);
    expect(eventi.filter(({ tipo, esito }) => tipo === 'paaInviaRT' && esito === 'OK')).toHaveLength(2);
  });

  it('EC-PEC-02 Pagamento con esito positivo mediante conto corrente', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(2);
    const ritorno = await banco.torna(await alNodo.paga('conto'));
    expect(ritorno.esito).toBe('OK');
    expect(ritorno.testo).toMatch(/preso in carico|ha mandato la ricevuta/);
    await banco.attendi('pagato', 2);
    await banco.evidenze('EC-PEC-02', CARRELLO, { 'esito.txt': ritorno.testo, ...(await attestazioni()) });
  });

  it('EC-PEC-03 Pagamento con esito negativo a seguito annullamento Utilizzatore finale', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(2);
    expect((await alNodo.pagina('welcome')).html).toContain('/wallet/uscita');
    const fine = await alNodo.invia('annulla');
    await banco.attendi('nel-carrello', 3);
    const ritorno = await banco.torna(fine);
    expect(ritorno.esito).toBe('ERROR');
    expect(ritorno.testo).toContain('Pagamento non eseguito');
    const eventi = await banco.evidenze('EC-PEC-03', CARRELLO, { 'esito.txt': ritorno.testo });
    expect(eventi.filter(({ tipo, esito }) => tipo === 'paaInviaRT' && esito === 'OK')).toHaveLength(2);
  });

  it('EC-PEC-04 Pagamento con esito positivo con autorizzazione gestita dal PSP', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(1);
    const ritorno = await banco.torna(await alNodo.paga('altro'));
    expect(ritorno.esito).toBe('DIFFERITO');
    await banco.attendi('pagato', 1);
    await banco.evidenze('EC-PEC-04', CARRELLO, { 'esito.txt': ritorno.testo, ...(await attestazioni()) });
  });

  it('EC-PEC-05 Carrello di RPT rifiutato dal NodoSPC', async () => {
    banco = await apriBanco({ ibanCensiti: ['IT02A0100003245348200000001'] });
    const { pagina } = await banco.vaiAPagare(1);
    expect(testoDi(pagina.text)).toMatch(/non ha accettato la richiesta.*Nessun importo.*assistenza/);
    const eventi = await banco.evidenze('EC-PEC-05', ['nodoInviaCarrelloRPT'], { 'esito.txt': testoDi(pagina.text) });
    expect(eventi.at(-1)?.messaggio).toContain('PPT_IBAN_NON_CENSITO');
    await banco.attendi('nel-carrello', 3);
  });
});

describe('pagamento attivato presso il PSP', () => {
  async function avviso(): Promise<{ readonly pdf: Buffer; readonly codiceAvviso: string; readonly importo: number }> {
    const [id = ''] = await banco.io.bollettini();
    const risposta = await banco.io.agent.get(percorsi.avvisoPdf(id)).buffer(true);
    const riga = (await banco.app.knex('bollettini').where({ id }).first()) as {
      codice_avviso: string;
      importo: number;
    };
    return { pdf: risposta.body as Buffer, codiceAvviso: riga.codice_avviso, importo: riga.importo };
  }

  it('EC-PSP-01 Predisposizione Avviso di pagamento cartaceo', async () => {
    banco = await apriBanco({ modello: 'rpt' });
    const { pdf, codiceAvviso, importo } = await avviso();
    const { avvisi } = interpretaCodici((await codiciDiUnaFetta(pdf)).codici);
    expect(avvisi).toHaveLength(1);
    expect(JSON.stringify(avvisi[0])).toContain(codiceAvviso);
    expect(JSON.stringify(avvisi[0])).toContain(String(importo));
    await banco.evidenze('EC-PSP-01', [], { 'avviso.pdf': pdf });
  });

  it('EC-PSP-02 Pagamento con esito positivo mediante Avviso', async () => {
    banco = await apriBanco({ modello: 'rpt' });
    const { codiceAvviso } = await avviso();
    expect(await banco.api('sportello/paga', { codice: codiceAvviso, decisione: 'incassa' })).toMatchObject({
      esito: 'pagato',
    });
    await banco.attendi('pagato', 1);
    const eventi = await banco.evidenze(
      'EC-PSP-02',
      ['paaAttivaRPT', 'nodoInviaRPT', 'paaInviaRT'],
      await attestazioni(),
    );
    expect(eventi.find(({ tipo, sottotipo }) => tipo === 'paaAttivaRPT' && sottotipo === 'RSP')?.esito).toBe('OK');
    expect(eventi.at(-1)).toMatchObject({ tipo: 'paaInviaRT', esito: 'OK' });
  });

  it('EC-PSP-03 Pagamento con esito negativo mediante Avviso', async () => {
    banco = await apriBanco({ modello: 'rpt' });
    const { alNodo } = await banco.vaiAPagare(3);
    await alNodo.paga('carta');
    await banco.attendi('pagato', 3);
    const [id = ''] = banco.nelCarrello;
    const pagato = (await banco.app.knex('bollettini').where({ id }).first()) as { codice_avviso: string };
    await expect(attiva(pagato.codice_avviso, pspDi(banco.urlNodo))).rejects.toThrow('PPT_ERRORE_EMESSO_DA_PAA');
    const eventi = await banco.evidenze('EC-PSP-03', ['paaAttivaRPT']);
    expect(eventi.at(-1)).toMatchObject({ sottotipo: 'RSP', esito: 'PAA_PAGAMENTO_DUPLICATO' });
  });
});

describe('funzioni di back-office', () => {
  it('EC-BKO-04 Riconciliazione in modalità multipla', async () => {
    banco = await apriBanco();
    const { riconciliati: passati } = await banco.app.operatori.rendicontazione();
    const { alNodo } = await banco.vaiAPagare(2);
    await alNodo.paga('carta');
    await banco.attendi('pagato', 2);
    const prima = await banco.vaiAPagare(1);
    await banco.api('regole', { scenario: 'senza-rpt' });
    await prima.alNodo.paga('carta');
    await banco.passano(3 * 24 * 60);
    await banco.app.operatori.scaricaFlussi();
    const eventi = await banco.evidenze('EC-BKO-04', [
      'nodoChiediElencoFlussiRendicontazione',
      'nodoChiediFlussoRendicontazione',
    ]);
    const flussi = eventi
      .filter(({ tipo, sottotipo }) => tipo === 'nodoChiediFlussoRendicontazione' && sottotipo === 'RSP')
      .map(({ messaggio }) => /<xmlRendicontazione>([^<]+)</.exec(messaggio)?.[1] ?? '')
      .map((testo) => parseFlussoRiversamento(Buffer.from(testo, 'base64')));
    const accrediti = (await banco.api('accrediti', undefined)) as { causale: string; importo: string }[];
    // Each flow has its credit transfer, which names it and bears its total.
    for (const flusso of flussi) {
      const accredito = accrediti.find(({ causale }) => flussoDellaCausale(causale) === flusso.id);
      expect(Number(accredito?.importo.replace('.', ''))).toBe(flusso.totale);
    }
    const rapporto = await banco.app.operatori.rendicontazione();
    // Code 0 matches its RT, code 9 its RPT; together they are what was credited.
    expect(rapporto.riconciliati.quanti - passati.quanti).toBe(3);
    expect(rapporto.senzaRpt.map(({ codice }) => codice)).toEqual(['9']);
    expect(rapporto.senzaRicevuta).toEqual([]);
    expect(flussi.reduce((conto, { totale }) => conto + totale, 0)).toBe(
      rapporto.riconciliati.importo - passati.importo,
    );
    // The position is unlocked, and the person is not asked again.
    await banco.attendi('pagato', 3);
    await banco.io.enter(banco.app, 'Ferrari');
    const effettuati = testoDi((await banco.io.get(percorsi.pagamenti)).text);
    expect(effettuati).toContain('l’incasso risulta dalla rendicontazione di pagoPA: il bollettino è pagato');
    expect((await banco.app.operatori.anomalie()).map(({ tipo }) => tipo)).toEqual(['pagato-su-flusso']);
    await banco.evidenze('EC-BKO-04', [], {
      'giornale-di-cassa.json': JSON.stringify(accrediti, null, 2),
      'esito-riconciliazione.json': JSON.stringify(rapporto, null, 2),
      'pagamenti-effettuati.txt': effettuati,
    });
  });
});

/** The RPTs that wait for their RT, as the plan asks for them. */
async function pendenti(attesi: readonly { readonly iuv: string }[]): Promise<Record<string, string>> {
  const righe = (await banco.app.knex('tentativi').whereIn(
    'iuv',
    attesi.map(({ iuv }) => iuv),
  )) as { iuv: string; rpt: string }[];
  return Object.fromEntries(righe.map(({ iuv, rpt }) => [`rpt-pendente-${iuv}.xml`, rpt]));
}

describe('funzioni ausiliarie', () => {
  it('EC-AUX-01 Richiesta copia RT', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(1);
    await banco.api('regole', { scenario: 'rt-mai' });
    await alNodo.paga('carta');
    await banco.passano(10);
    expect(await banco.app.operatori.sorveglia()).toMatchObject({ ricevuteRecuperate: 1 });
    await banco.attendi('pagato', 1);
    await banco.evidenze('EC-AUX-01', ['nodoChiediCopiaRT']);
  });

  it('EC-AUX-02 Richiesta lista RPT pendenti', async () => {
    banco = await apriBanco();
    const { alNodo } = await banco.vaiAPagare(2);
    await banco.api('regole', { scenario: 'rt-persa' });
    await alNodo.paga('carta');
    const lista = await banco.nodo.chiediListaPendenti({ dimensioneLista: 10 });
    if ('fault' in lista) throw new Error(lista.fault.faultCode);
    const attesi = (await banco.app.knex('tentativi').where({ stato: 'in-attesa' })) as { iuv: string }[];
    expect(lista.totale).toBe(2);
    expect(lista.pendenti.map(({ iuv }) => iuv).sort()).toEqual(attesi.map(({ iuv }) => iuv).sort());
    const eventi = await banco.evidenze('EC-AUX-02', ['nodoChiediListaPendentiRPT'], {
      'totale-rpt-pendenti.txt': `${lista.totale}\n`,
      ...(await pendenti(attesi)),
    });
    expect(eventi.at(-1)?.messaggio).toContain('<totRestituiti>2</totRestituiti>');
  });

  it('EC-AUX-03 Verifica stato RPT', async () => {
    banco = await apriBanco();
    await banco.api('regole', { scenario: 'risposta-malformata', volte: 1 });
    await banco.vaiAPagare(1);
    await banco.passano(5);
    expect(await banco.app.operatori.sorveglia()).toMatchObject({ inviChiariti: 1 });
    const eventi = await banco.evidenze('EC-AUX-03', ['nodoChiediStatoRPT']);
    expect(eventi.at(-1)?.messaggio).toContain('RPT_PARCHEGGIATA_NODO');
  });
});
