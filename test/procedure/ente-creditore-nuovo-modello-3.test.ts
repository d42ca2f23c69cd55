import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePaGetPaymentRes } from '../../src/pagopa/avvisi/pa-get-payment.ts';
import { parsePaVerifyPaymentNoticeRes } from '../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apriBanco, type Banco } from './banco.ts';

/** Piano dei test per l'EC per pagamento presso PSP, nuovo modello 3 (May 2021): see docs/procedure.md. */
let banco: Banco;
beforeEach(async () => {
  banco = await apriBanco({ modello: 'avvisi' });
});
afterEach(() => banco.close());

interface Riga {
  readonly id: string;
  readonly codice_avviso: string;
  readonly importo: number;
  readonly scadenza: string;
  readonly iuv: string;
}

async function bollettino(): Promise<Riga> {
  const [id] = await banco.io.bollettini();
  return (await banco.app.knex('bollettini').where({ id }).first()) as Riga;
}

const paga = ({ codice_avviso: codice }: Riga) => banco.api('sportello/paga', { codice, decisione: 'incassa' });

describe('pagamento presso PSP, nuovo modello 3', () => {
  it('EC-PSP-01 Verifica di un avviso di pagamento', async () => {
    const riga = await bollettino();
    await banco.api('sportello/verifica', { codice: riga.codice_avviso });
    const [, risposta] = await banco.evidenze('nuovo-modello-3/EC-PSP-01', ['paVerifyPaymentNotice']);
    expect(parsePaVerifyPaymentNoticeRes(risposta?.messaggio ?? '')).toMatchObject({
      esito: 'OK',
      importo: riga.importo,
      scadenza: riga.scadenza,
      soloPostale: false,
      descrizione: expect.stringMatching(/3\/2026|3° trimestre 2026/) as string,
    });
  });

  it('EC-PSP-02 Pagamento Mono-beneficiario presso il PSP con esito positivo', async () => {
    const riga = await bollettino();
    expect(await paga(riga)).toMatchObject({ esito: 'pagato' });
    await banco.attendi('pagato', 1);
    const elenco = await banco.io.get(percorsi.pagamenti);
    const [, ricevuta = ''] = /href="(\/pagamenti\/[\w-]{36}\/ricevuta)"/.exec(elenco.text) ?? [];
    const pdf = await banco.io.agent.get(`${ricevuta}.pdf`).buffer(true);
    const eventi = await banco.evidenze('nuovo-modello-3/EC-PSP-02', ['paGetPayment', 'paSendRT'], {
      'ricevuta.pdf': pdf.body as Buffer,
    });
    const dati = parsePaGetPaymentRes(
      eventi.find(({ tipo, sottotipo }) => tipo === 'paGetPayment' && sottotipo === 'RSP')?.messaggio ?? '',
      1,
    );
    expect(dati).toMatchObject({
      esito: 'OK',
      dati: { importo: riga.importo, trasferimenti: [{ importo: riga.importo }] },
    });
    expect(eventi.at(-1)).toMatchObject({ tipo: 'paSendRT', sottotipo: 'RSP', esito: 'OK' });
  });

  it('EC-PSP-04 Riconciliazione dei pagamenti delle proprie posizioni debitorie', async () => {
    const { riconciliati: passati } = await banco.app.operatori.rendicontazione();
    const riga = await bollettino();
    await paga(riga);
    await banco.attendi('pagato', 1);
    await banco.passano(3 * 24 * 60);
    await banco.app.operatori.scaricaFlussi();
    const operazioni = ['nodoChiediElencoFlussiRendicontazione', 'nodoChiediFlussoRendicontazione', 'paSendRT'];
    const eventi = await banco.evidenze('nuovo-modello-3/EC-PSP-04', operazioni);
    const ricevuta = eventi.find(({ tipo }) => tipo === 'paSendRT')?.messaggio ?? '';
    const [, idRicevuta] = /<receiptId>([^<]+)</.exec(ricevuta) ?? [];
    const [, riferimento] = /<creditorReferenceId>([^<]+)</.exec(ricevuta) ?? [];
    const righeFlusso = await banco.app.knex('righe_flusso').select<{ iuv: string; iur: string }[]>('iuv', 'iur');
    expect(righeFlusso).toContainEqual({ iuv: riferimento, iur: idRicevuta });
    expect(await banco.app.operatori.rendicontazione()).toMatchObject({
      riconciliati: { quanti: passati.quanti + 1, importo: passati.importo + riga.importo },
      senzaRicevuta: [],
    });
  });
});
